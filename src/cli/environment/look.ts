import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, platform, release, totalmem } from "node:os";

/** What a machine can be asked, so that a test can stand in for one. */
export interface Look {
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string;
  readonly kernel: string;
  readonly memoryBytes: number;
  /** A model name for each logical processor. */
  readonly processors: readonly string[];
  /** A file's text without the space around it; null where it cannot be read. */
  read(path: string): string | null;
  /** What a command writes, to both outputs and whatever its exit code; null where there is no such command. */
  run(command: string, args: readonly string[]): Promise<string | null>;
}

/** A program that does not answer in this time is left out. */
const patience = 5000;

/** The machine that this runs on. */
export function lookHere(): Look {
  return {
    platform: platform(),
    kernel: release(),
    memoryBytes: totalmem(),
    processors: cpus().map(({ model }) => model),
    read(path) {
      try {
        return readFileSync(path, "utf8").trim();
      } catch {
        return null;
      }
    },
    run: (command, args) =>
      new Promise((resolve) => {
        execFile(command, [...args], { timeout: patience, windowsHide: true }, (error, stdout, stderr) => {
          const missing = error !== null && typeof error.code === "string";
          resolve(missing ? null : `${stdout}\n${stderr}`);
        });
      }),
  };
}
