import { lstatSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where in a new site's folder the one lies that is taken, until both are one. */
const TAKEN = ".benchpost-spare";

/**
 * Moves into a folder what lies in the one at `spare`, as far as `stays` knows its files: their paths. What the folder has already stays as it
 * is. None where there is no such folder, where it is on another disk, or where another build was quicker to take it.
 */
export function takeSpare(spare: string, folder: string, stays: (path: string, file: string) => boolean): Set<string> {
  const kept = new Set<string>();
  const taken = join(folder, TAKEN);
  try {
    renameSync(spare, taken);
  } catch {
    return kept;
  }
  tidy(taken, "", (path) => {
    if (!stays(path, taken + path)) return false;
    kept.add(path);
    return true;
  });
  for (const path of move(taken, folder, "")) kept.delete(path);
  rmSync(taken, { recursive: true, force: true });
  return kept;
}

/** Moves what is in a folder into another one, and gives the paths for which there was no room. */
function move(from: string, to: string, path: string): string[] {
  return readdirSync(from + path, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    const isTaken = lstatSync(to + inner, { throwIfNoEntry: false }) !== undefined;
    if (!isTaken) renameSync(from + inner, to + inner);
    else if (entry.isDirectory()) return move(from, to, inner);
    return isTaken ? [inner] : [];
  });
}

/** Removes a file of a folder, and the folders in which nothing is left then. */
export function removeUp(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let inner = dirname(path); inner !== "/" && removeEmpty(folder + inner); inner = dirname(inner));
}

/** Whether anything is left below a path of a folder. */
function tidy(folder: string, path: string, stays: (path: string) => boolean): boolean {
  let isLeft = false;
  for (const entry of readdirSync(folder + path, { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`;
    const isGood = entry.isDirectory() ? tidy(folder, inner, stays) : entry.isFile() && stays(inner);
    if (isGood) isLeft = true;
    else rmSync(folder + inner, { recursive: true, force: true });
  }
  return isLeft;
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
