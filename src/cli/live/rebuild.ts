import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../site/root.ts";

/** How a build ended; null when a newer one took its place. */
export type Outcome = { readonly good: boolean; readonly text: string } | null;

/**
 * Builds a project in a process of its own, one at a time: a newer call ends the build that runs. A fresh process reads all
 * code anew, and nothing that goes wrong there, not even a crash, ends the server.
 */
export class Builder {
  #running: ChildProcess | null = null;

  constructor(
    readonly project: string,
    readonly args: readonly string[],
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  build(): Promise<Outcome> {
    this.stop();
    const bin = join(packageRoot, "bin", "benchpost.js");
    const child = spawn(process.execPath, [bin, "build", ...this.args], { cwd: this.project, env: this.env });
    this.#running = child;
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (some) => (text += some));
    return new Promise((resolve) => {
      child.on("error", (error) => resolve({ good: false, text: error.message }));
      child.on("close", (code) => {
        const replaced = this.#running !== child;
        if (!replaced) this.#running = null;
        resolve(replaced ? null : { good: code === 0, text });
      });
    });
  }

  stop(): void {
    this.#running?.kill("SIGKILL");
    this.#running = null;
  }
}
