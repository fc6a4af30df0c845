import { lstatSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn } from "./files.ts";
import type { Looked } from "./look.ts";

/** Where in a new site's folder the one lies that is taken, until both are one. */
const TAKEN = ".benchpost-spare";

/**
 * Moves into a folder what lies in the one at `spare` and stays, of the paths that were looked for there, and gives these paths. What the folder
 * has already stays as it is. None where another build was quicker to take it, where it is no more the one that was looked at, or where it is on
 * another disk.
 */
export function takeSpare(
  spare: string,
  folder: string,
  { folder: inode, strange, missing }: Looked,
  paths: Iterable<string>,
  stays: (path: string) => boolean,
): Set<string> {
  const taken = join(folder, TAKEN);
  try {
    renameSync(spare, taken);
  } catch {
    return new Set();
  }
  const kept = new Set<string>();
  if (statSync(taken).ino === inode) {
    for (const path of strange) rmSync(taken + path, { recursive: true, force: true });
    const gone = new Set(missing);
    for (const path of paths) {
      if (gone.has(path)) continue;
      if (stays(path)) kept.add(path);
      else removeUp(taken, path);
    }
    for (const path of move(taken, folder, "")) kept.delete(path);
  }
  rmSync(taken, { recursive: true, force: true });
  return kept;
}

/** Moves what is in a folder into another one, and gives the paths of files for which there was no room. */
function move(from: string, to: string, path: string): string[] {
  return readdirSync(from + path, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    const there = lstatSync(to + inner, { throwIfNoEntry: false });
    if (there === undefined) renameSync(from + inner, to + inner);
    else if (!entry.isDirectory()) return [inner];
    else return there.isDirectory() ? move(from, to, inner) : filesIn(from, inner);
    return [];
  });
}

/** Removes a file of a folder, and the folders in which nothing is left then. */
export function removeUp(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let inner = dirname(path); inner !== "/" && removeEmpty(folder + inner); inner = dirname(inner));
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
