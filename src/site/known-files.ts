import { statSync } from "node:fs";

/** How the file system knows a file: whoever changes it changes one of these. */
export type Look = readonly [inode: number, changed: number, bytes: number];

/** Files of a site, with what they were made from and how the file system knew them then. */
export interface KnownFiles {
  readonly size: number;
  paths(): Iterable<string>;
  /** What a file was made from. */
  keyOf(path: string): string | undefined;
  /** How the file system knew it. */
  lookOf(path: string): Look | undefined;
  isAsMade(path: string, now: Look | null): boolean;
}

/**
 * A list of files as JSON: the version of the program that made them, all keys, and a row of each file behind the other. The files of a post
 * have the same key, and a site has many files: an object for each would take a multiple of the time.
 */
type List = readonly [version: string, keys: readonly string[], rows: readonly (string | number)[]];

/** Entries of a row: path, place of its key, and a {@link Look}. */
const ROW = 5;

/** The files of a list; none where another version of the program wrote it, or where it is no list. */
export function knownFiles(list: string, version: string): KnownFiles {
  const [, keys, rows] = readList(list, version);
  const at = new Map<string, number>();
  for (let row = 0; row < rows.length; row += ROW) at.set(rows[row] as string, row);
  const lookOf = (path: string): Look | undefined => {
    const row = at.get(path);
    return row === undefined ? undefined : (rows.slice(row + 2, row + ROW) as unknown as Look);
  };
  return {
    size: at.size,
    paths: () => at.keys(),
    keyOf: (path) => keys[rows[at.get(path)! + 1] as number],
    lookOf,
    isAsMade: (path, now) => now !== null && lookOf(path)?.every((one, index) => one === now[index]) === true,
  };
}

/** A list that grows. */
export interface FileList {
  add(path: string, key: string, look: Look): void;
  text(version: string): string;
}

export function createList(): FileList {
  const places = new Map<string, number>();
  const rows: (string | number)[] = [];
  return {
    add(path, key, look) {
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      rows.push(path, place, ...look);
    },
    text: (version) => JSON.stringify([version, [...places.keys()], rows] satisfies List),
  };
}

/** How the file system knows a file now; null where there is none. */
export function lookAt(file: string): Look | null {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? [stat.ino, stat.mtimeMs, stat.size] : null;
}

function readList(text: string, version: string): List {
  try {
    const list = JSON.parse(text) as List;
    if (list[0] === version && list[2].length % ROW === 0) return list;
  } catch {
    // there is none, or half of one
  }
  return [version, [], []];
}
