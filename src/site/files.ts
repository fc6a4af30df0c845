import { type Dirent, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

type Content = string | Uint8Array;

/** A file of the site beside its HTML pages. */
export interface SiteFile {
  /** Path in the site, from its root. */
  readonly path: string;
  /** Its bytes, or how they come: a check of the site needs none of them. */
  readonly content: Content | (() => Content | Promise<Content>);
  /** Takes long to make, and no page that is looked at needs it. */
  readonly late?: true;
  /** All texts that it is made from, where they are quicker to tell than to make it: a site of before may have the same. */
  readonly sources?: () => readonly string[] | null;
}

/** A file whose content is made when it is asked for, and not kept: all pictures of a large site are a lot. */
export function madeFile(path: string, make: () => Content | Promise<Content>): SiteFile {
  return { path, content: make };
}

/** Writes files under a folder. */
export async function writeFiles(folder: string, files: readonly SiteFile[]): Promise<void> {
  for (const { path, content } of files) {
    writeInFolder(join(folder, path), typeof content === "function" ? await content() : content);
  }
}

/** Writes a file. A folder is made for its first one: asking for it at each costs as much as writing. */
export function writeInFolder(file: string, content: Content): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** What lies in a folder and is no folder itself, by its path from where one looked: `/a/b.txt`. */
export interface Leaf {
  readonly path: string;
  readonly entry: Dirent;
}

/** All leaves below a path of a folder. Links are leaves wherever they lead; Node's own recursion follows them from version 22 on. */
export function leavesIn(folder: string, path: string = ""): Leaf[] {
  return readdirSync(folder + path, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? leavesIn(folder, inner) : [{ path: inner, entry }];
  });
}

/** Paths of all leaves below a path of a folder. */
export function filesIn(folder: string, path: string = ""): string[] {
  return leavesIn(folder, path).map((leaf) => leaf.path);
}

/** Paths of those files that are not hidden, nor lie in a folder that is: an author's tools keep keys and copies there. */
export function visibleFilesIn(folder: string): string[] {
  const visible = leavesIn(folder).filter(({ path, entry }) => entry.isFile() && !path.includes("/."));
  return visible.map(({ path }) => path).sort();
}

/** Removes files of a folder; those that are gone already are no fault. */
export function removeFiles(folder: string, paths: Iterable<string>): void {
  for (const path of paths) rmSync(join(folder, path), { force: true });
}
