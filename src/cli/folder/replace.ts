import { existsSync, mkdirSync, realpathSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { discard } from "./discard.ts";
import { besideName } from "./names.ts";
import { recover } from "./recover.ts";

/**
 * Replaces a folder by one that `make` fills, whole or not at all: the new one is made beside the old one and swapped in by
 * renaming when `make` is done. If `make` fails, the old folder stays as it was. Of several at once the last to finish
 * wins. The old folder goes to `retire`. Gives what `make` gives.
 */
export async function replaceFolder<T>(
  folder: string,
  make: (made: string) => Promise<T>,
  retire: (old: string) => void = discard,
): Promise<T> {
  // a link to a folder stays a link, and the folder it leads to is replaced
  const target = existsSync(folder) ? realpathSync(folder) : folder;
  const parent = dirname(target);
  mkdirSync(parent, { recursive: true });
  recover(target);
  const made = join(parent, besideName(target, "tmp"));
  mkdirSync(made);
  try {
    const result = await make(made);
    swap(made, target, retire);
    return result;
  } finally {
    discard(made);
  }
}

/**
 * Two renames, since no portable call exchanges two folders. Whoever dies between them leaves the old folder beside the
 * missing one, and `recover` puts it back. Where another process puts its own new folder there in between, that one is
 * the old one of the next round.
 */
export function swap(made: string, target: string, retire: (old: string) => void): void {
  for (let round = 1; ; round++) {
    const old = join(dirname(target), besideName(target, "old"));
    const moved = renameIfThere(target, old);
    try {
      renameSync(made, target);
    } catch (error) {
      if (moved && !existsSync(target)) renameSync(old, target);
      else discard(old);
      if (round === 100 || !isTaken(error)) throw error;
      continue;
    }
    if (moved) retire(old);
    return;
  }
}

function renameIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return ["EEXIST", "ENOTEMPTY", "EPERM"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
