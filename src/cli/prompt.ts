import { createInterface } from "node:readline/promises";

/** Somebody at a terminal who answers. */
export interface Prompt {
  /** An answer without the space around it; the default where nothing is written. */
  ask(question: string, otherwise?: string): Promise<string>;
  close(): void;
}

/** The person at this terminal; null where nobody watches. Questions go to stderr: stdout is for what a command makes. */
export function openPrompt(): Prompt | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    async ask(question, otherwise = "") {
      const answer = await terminal.question(`${question}${otherwise === "" ? "" : ` (${otherwise})`}: `);
      return answer.trim() || otherwise;
    },
    close: () => terminal.close(),
  };
}
