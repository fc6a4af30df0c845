import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeVersion } from "./cache/code-version.ts";
import { keyOf } from "./cache/key.ts";
import type { SiteFile } from "./files.ts";

/** The site that a build replaces, as far as it is known how its files were made. */
export interface Previous {
  /** Puts a file into the new site's folder if the previous one has it, made from the same; false where it must be made. */
  take(folder: string, file: SiteFile): boolean;
  /** Notes of a file that was made into the new site's folder what it was made from. */
  note(folder: string, file: SiteFile): void;
  /** Keeps the notes for the next build. */
  save(): void;
}

/** Letters from which on what a file was made from is told by its hash. */
const LONG = 160;

/** No site: every file is made. */
export const noPrevious: Previous = { take: () => false, note() {}, save() {} };

/** What a file was made from, and how the file system knows it: whoever changes it changes one of these. */
type Made = readonly [key: string, inode: number, changed: number, bytes: number];

/**
 * The site in a folder, with the list of a project's cache that an earlier build wrote. Files are taken over as further names of
 * the same file (hard links), where the file system has them: that takes a tenth of the time of writing. A file that is not
 * exactly as that build left it is made anew, and so is everything where there is no list.
 */
export function openPrevious(site: string, list: string, version: () => string = codeVersion): Previous {
  const known = readList(list, version());
  const made = new Map<string, Made>();
  const folders = new Set<string>();
  const keys = ({ path, sources }: SiteFile): string | null => {
    const from = sources?.() ?? null;
    const length = from?.reduce((sum, text) => sum + text.length, 0) ?? 0;
    // hashes need no hash
    return length < LONG ? from && JSON.stringify(from) : keyOf("", path, from!);
  };
  return {
    take(folder, file) {
      const before = known.get(file.path);
      if (!Array.isArray(before) || before[0] !== keys(file)) return false;
      const to = join(folder, file.path);
      makeFolder(dirname(to), folders);
      if (!link(join(site, file.path), to)) return false;
      const now = lookAt(to);
      if (now?.every((one, index) => one === before[index + 1])) {
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
    save() {
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
