import { readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Makes an empty folder the one that lies at `spare`, and leaves of that only the files which `stays` knows: their paths. None where there is
 * no such folder, where it is on another disk, or where another build was quicker to take it.
 */
export function takeSpare(spare: string, folder: string, stays: (path: string, file: string) => boolean): Set<string> {
  const kept = new Set<string>();
  try {
    renameSync(spare, folder);
  } catch {
    return kept;
  }
  tidy(folder, "", (path) => {
    if (!stays(path, folder + path)) return false;
    kept.add(path);
    return true;
  });
  return kept;
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
