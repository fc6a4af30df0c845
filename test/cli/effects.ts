import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { main } from "../../src/cli/main.ts";

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
    stop: world.stop ?? new AbortController().signal,
  });
  return { exitCode, stdout, stderr };
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-cli-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
