import { createInterface } from "node:readline/promises";
import { Refusal } from "./command.ts";

/** Somebody at a terminal who answers. */
export interface Prompt {
  /** An answer without the space around it; the default where nothing is written. Throws Refusal where the person leaves. */
  ask(question: string, otherwise?: string): Promise<string>;
  close(): void;
}

/** The person at this terminal; null where nobody watches. Questions go to stderr: stdout is for what a command makes. */
export function openPrompt(): Prompt | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return {
    async ask(question, otherwise = "") {
      try {
        const answer = await terminal.question(`${question}${otherwise === "" ? "" : ` (${otherwise})`}: `);
        return answer.trim() || otherwise;
      } catch (error) {
        if (!(error instanceof Error && error.name === "AbortError")) throw error;
        throw new Refusal(
          "you stopped it, and nothing was written",
          "Start it again, or give everything in one command.",
        );
      }
    },
    close: () => terminal.close(),
  };
}
