import { existsSync, readdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { discard } from "./discard.ts";
import { besideNames } from "./names.ts";

/**
 * Tidies up after processes that died while they replaced a folder: an old folder without a new one is put back, the rest
 * is removed. What belongs to a process that lives is left alone.
 */
export function recover(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  const dead = besideNames(folder, readdirSync(parent)).filter(({ pid }) => !lives(pid));
  for (const { name } of dead.filter(({ kind }) => kind === "old")) {
    if (!existsSync(folder)) renameSync(join(parent, name), folder);
  }
  for (const { name } of dead) discard(join(parent, name));
}

function lives(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // somebody else's process lives too
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
