import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Where {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the program as a person does, in a process of its own. */
export function start(args: readonly string[], { cwd = root, env = {} }: Where = {}): ChildProcessWithoutNullStreams {
  const bin = join(root, "bin", "benchpost.js");
  return spawn(process.execPath, [bin, ...args], { cwd, env: { ...process.env, NODE_OPTIONS: "", ...env } });
}

/** Runs the program to its end. */
export function benchpost(args: readonly string[], where: Where = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = start(args, where);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
