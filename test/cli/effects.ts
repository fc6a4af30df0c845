import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { main } from "../../src/cli/main.ts";
import type { Prompt } from "../../src/cli/prompt.ts";

export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: Date;
  readonly stop?: AbortSignal;
  /** What the person at the terminal answers, in turn; without it nobody is there. */
  readonly answers?: readonly string[];
}

/** Runs a command in this process and gives what it said. */
export async function said(argv: readonly string[], world: World = {}): Promise<Said> {
  let stdout = "";
  let stderr = "";
  const exitCode = await main(argv, {
    cwd: world.cwd ?? "/nowhere",
    env: world.env ?? {},
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    now: () => world.now ?? new Date(2026, 10, 23, 12),
    prompt: () => (world.answers ? answering(world.answers) : null),
    stop: world.stop ?? new AbortController().signal,
  });
  return { exitCode, stdout, stderr };
}

function answering(answers: readonly string[]): Prompt {
  const left = [...answers];
  return {
    ask: async (question, otherwise = "") => {
      const answer = left.shift();
      if (answer === undefined) throw new Error(`nobody answers ${JSON.stringify(question)}`);
      return answer || otherwise;
    },
    close: () => {},
  };
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-cli-"));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}
