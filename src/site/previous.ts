import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { codeVersion } from "./cache/code-version.ts";
import { keyOf } from "./cache/key.ts";
import type { SiteFile } from "./files.ts";
import type { Looked } from "./look.ts";
import { createList, knownFiles, lookAt } from "./known-files.ts";
import { removeUp, takeSpare } from "./spare.ts";

/** The site that a build replaces, as far as it is known how its files were made. */
export interface Previous {
  /** Begins to look at what is left of an older one, beside other work. */
  look(): Promise<void>;
  /**
   * Puts into the new site's folder what is left of an older one, as far as that is the previous one and among these paths. What others wrote
   * there stays; nobody else may write there later, since these are files of the site that readers see.
   */
  begin(folder: string, isWanted: (path: string) => boolean): Promise<void>;
  /** Puts a file into the new site's folder if the previous one has it, made from the same; false where it must be made. */
  take(folder: string, file: SiteFile): boolean;
  /** Notes of a file that was made into the new site's folder what it was made from. */
  note(folder: string, file: SiteFile): void;
  /** Removes what the new site's folder got so and does not have, and keeps the notes for the next build. */
  save(folder: string): void;
}

/** Letters from which on what a file was made from is told by its hash. */
const LONG = 512;

/** No site: every file is made. */
export const noPrevious: Previous = {
  look: async () => {},
  begin: async () => {},
  take: () => false,
  note() {},
  save() {},
};

/** Where the files of a site are known from, and where the site that it replaced may lie. */
export interface Places {
  /** The list of how they were made. */
  readonly list: string;
  readonly spare: string;
}

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
  const text = readList(list);
  const known = knownFiles(text, version());
  let looked: () => Promise<Looked | null> = () => Promise.resolve(null);
  const made = createList();
  const folders = new Set<string>();
  let there = new Set<string>();
  let last: { readonly from: readonly string[] | null; readonly key: string | null } = { from: null, key: null };
  const keys = ({ sources }: SiteFile): string | null => {
    const from = sources?.() ?? null;
    // most files of a post are made from the same
    if (from !== last.from) last = { from, key: from && keyFrom(from) };
    return last.key;
  };
  /** Puts a file of the site into the next one's folder, unless somebody has changed it. */
  const take = (path: string, folder: string): boolean => {
    const to = join(folder, path);
    makeFolder(dirname(to), folders);
    if (!link(join(site, path), to)) return false;
    if (known.isAsMade(path, lookAt(to))) return true;
    rmSync(to, { force: true });
    return false;
  };
  return {
    async look() {
      if (known.size === 0) return;
      // by itself, since a thread loads it too
      const { looking } = await import("./look.ts");
      looked = looking.beside({ folder: spare, list: text, version: version() });
    },
    async begin(folder, isWanted) {
      const found = await looked();
      if (found) there = takeSpare(spare, resolve(folder), found, known.paths(), isWanted);
    },
    take(folder, file) {
      const { path } = file;
      const key = known.keyOf(path);
      if (key === undefined || key !== keys(file)) {
        if (there.delete(path)) rmSync(join(folder, path));
        return false;
      }
      if (!there.delete(path) && !take(path, folder)) return false;
      made.add(path, key, known.lookOf(path)!);
      return true;
    },
    note(folder, file) {
      const key = keys(file);
      const now = key === null ? null : lookAt(join(folder, file.path));
      if (key !== null && now) made.add(file.path, key, now);
    },
    save(folder) {
      for (const path of there) removeUp(folder, path);
      const part = `${list}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(list), { recursive: true });
        writeFileSync(part, made.text(version()));
        renameSync(part, list);
      } catch {
        // the next build makes everything
      }
    },
  };
}

function keyFrom(sources: readonly string[]): string {
  const length = sources.reduce((sum, text) => sum + text.length, 0);
  // hashes need no hash
  return length < LONG ? JSON.stringify(sources) : keyOf("", "file", sources);
}

function readList(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // there is none
    return "";
  }
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
