import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { codeVersion } from "./cache/code-version.ts";
import { keyOf } from "./cache/key.ts";
import type { SiteFile } from "./files.ts";
import { removeUp, takeSpare } from "./spare.ts";

/** The site that a build replaces, as far as it is known how its files were made. */
export interface Previous {
  /**
   * Puts into the new site's folder what is left of an older one, as far as that is the previous one and among these paths. What others wrote
   * there stays; nobody else may write there later, since these are files of the site that readers see.
   */
  begin(folder: string, isWanted: (path: string) => boolean): void;
  /** Puts a file into the new site's folder if the previous one has it, made from the same; false where it must be made. */
  take(folder: string, file: SiteFile): boolean;
  /** Notes of a file that was made into the new site's folder what it was made from. */
  note(folder: string, file: SiteFile): void;
  /** Removes what the new site's folder got so and does not have, and keeps the notes for the next build. */
  save(folder: string): void;
}

/** Letters from which on what a file was made from is told by its hash. */
const LONG = 160;

/** No site: every file is made. */
export const noPrevious: Previous = { begin() {}, take: () => false, note() {}, save() {} };

/** Where the files of a site are known from, and where the site that it replaced may lie. */
export interface Places {
  /** The list of how they were made. */
  readonly list: string;
  readonly spare: string;
}

/** What a file was made from, and how the file system knows it: whoever changes it changes one of these. */
type Made = readonly [key: string, inode: number, changed: number, bytes: number];

/**
 * The site in a folder, with the list of a project's cache that an earlier build wrote. Files are taken over as further names of
 * the same file (hard links), where the file system has them: that takes a tenth of the time of writing. A file that is not
 * exactly as that build left it is made anew, and so is everything where there is no list.
 *
 * Nor need most of them be linked again: the site before that one was kept as a spare, and shares all files with it that have not changed
 * since. The new site begins as the spare, which takes a tenth of the time once more. Nothing is ever written into a file that is there: it
 * may be one of the site that readers see.
 */
export function openPrevious(site: string, { list, spare }: Places, version: () => string = codeVersion): Previous {
  const known = readList(list, version());
  const made = new Map<string, Made>();
  const folders = new Set<string>();
  let there = new Set<string>();
  const keys = ({ path, sources }: SiteFile): string | null => {
    const from = sources?.() ?? null;
    const length = from?.reduce((sum, text) => sum + text.length, 0) ?? 0;
    // hashes need no hash
    return length < LONG ? from && JSON.stringify(from) : keyOf("", path, from!);
  };
  return {
    begin(folder, isWanted) {
      const isSame = (path: string, file: string): boolean => isWanted(path) && isAsMade(known.get(path), lookAt(file));
      if (known.size > 0) there = takeSpare(spare, resolve(folder), isSame);
    },
    take(folder, file) {
      const before = known.get(file.path);
      const to = join(folder, file.path);
      if (!Array.isArray(before) || before[0] !== keys(file)) {
        if (there.delete(file.path)) rmSync(to);
        return false;
      }
      if (there.has(file.path)) {
        made.set(file.path, before);
        return true;
      }
      makeFolder(dirname(to), folders);
      if (!link(join(site, file.path), to)) return false;
      if (isAsMade(before, lookAt(to))) {
        made.set(file.path, before);
        return true;
      }
      rmSync(to, { force: true });
      return false;
    },
    note(folder, file) {
      const key = keys(file);
      const now = key === null ? null : lookAt(join(folder, file.path));
      if (key !== null && now) made.set(file.path, [key, ...now]);
    },
    save(folder) {
      for (const path of there) if (!made.has(path)) removeUp(folder, path);
      const part = `${list}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(list), { recursive: true });
        writeFileSync(part, JSON.stringify([version(), [...made]]));
        renameSync(part, list);
      } catch {
        // the next build makes everything
      }
    },
  };
}

function readList(file: string, version: string): Map<string, Made> {
  try {
    const [by, files] = JSON.parse(readFileSync(file, "utf8")) as [string, [string, Made][]];
    return new Map(by === version ? files : []);
  } catch {
    // there is none, or half of one
    return new Map();
  }
}

function isAsMade(made: Made | undefined, now: readonly number[] | null): boolean {
  return Array.isArray(made) && now !== null && now.every((one, index) => one === made[index + 1]);
}

function lookAt(file: string): [number, number, number] | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? [stat.ino, stat.mtimeMs, stat.size] : null;
}

/** Makes a folder once. */
function makeFolder(folder: string, made: Set<string>): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // no such file, another disk, a file system without links
    return false;
  }
}
