import { readdirSync, statSync } from "node:fs";
import { knownFiles, lookAt } from "./known-files.ts";
import { workOf, type Work } from "./thread.ts";

/** A folder where an older site is, compared with a list of files. */
export interface Looked {
  /** The folder's inode: later, another one may be in its place. */
  readonly folder: number;
  /** Paths of files, and of whole folders, that are not what the list says. */
  readonly strange: readonly string[];
  /** Paths of the list at which the folder has not what the list says. */
  readonly missing: readonly string[];
}

/** What to compare; `list` is the text of a list of files. */
export interface Sight {
  readonly folder: string;
  readonly list: string;
  readonly version: string;
}

/** Compares a folder with a list of files; null where there is no such folder. On a thread, since a disk may be slow to answer. */
export const looking: Work<Sight, Looked | null> = workOf(import.meta.url, "look", look);

function look({ folder, list, version }: Sight): Looked | null {
  const known = knownFiles(list, version);
  const missing = new Set(known.paths());
  const strange: string[] = [];
  /** Whether anything below a path is as the list says; what is not, if anything else is, is noted. */
  const within = (path: string): boolean => {
    const others: string[] = [];
    let isAny = false;
    for (const entry of readdirSync(folder + path, { withFileTypes: true })) {
      const inner = `${path}/${entry.name}`;
      const isGood = entry.isDirectory()
        ? within(inner)
        : entry.isFile() && known.isAsMade(inner, lookAt(folder + inner)) && missing.delete(inner);
      if (isGood) isAny = true;
      else others.push(inner);
    }
    if (isAny || path === "") strange.push(...others);
    return isAny;
  };
  try {
    const { ino } = statSync(folder);
    within("");
    return { folder: ino, strange, missing: [...missing] };
  } catch {
    // no such folder, or another build took it meanwhile
    return null;
  }
}
