import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import type { Diagnostic } from "../source/diagnostic.ts";
import { SourceError } from "../source/error.ts";
import { diagnose } from "../source/source.ts";
import { leavesIn } from "./files.ts";
import { readUtf8 } from "./utf8.ts";

/** Bytes of a text above which nobody reads it, and parsing it would take minutes and gigabytes. */
export const maxMarkdown = 5_000_000;

/** Bytes of a dataset; its parser says more of those that are nearly as large. */
export const maxData = 400_000_000;

/**
 * Whether a file of a project is there and lies in it, wherever links lead. What is hidden (`.git`, `.env`) is not the project's to
 * publish: a workplace keeps its keys there.
 */
export function isInside(root: string, file: string): boolean {
  try {
    const path = relative(realpathSync.native(root), realpathSync.native(join(root, file)));
    return !isAbsolute(path) && !path.split(/[/\\]/).some((name) => name.startsWith("."));
  } catch {
    return false;
  }
}

/** Reads a text of a project. Throws a SourceError where it is too large, is not UTF-8, or where a link leads out of the project. */
export function readProjectFile(root: string, file: string, maxBytes: number): string {
  const wrong = (code: string, fact: string, help: string): SourceError =>
    new SourceError([diagnose({ file, text: "" }, 0, code, fact, help)]);
  // what has vanished since it was found says so itself
  lstatSync(join(root, file));
  // a folder that is a link as a whole is its keeper's
  if (!isInside(root, file) && !isInside(join(root, dirname(file)), basename(file))) {
    throw wrong("outside-project", "this is a link that leads out of the project", "Put the file itself here.");
  }
  const { size } = statSync(join(root, file));
  if (size > maxBytes) {
    const help = `At most ${maxBytes / 1e6} MB are read. Are these raw data? They belong into data/raw/.`;
    throw wrong("too-large", `the file has ${Math.round(size / 1e6)} MB`, help);
  }
  return readUtf8(join(root, file), file);
}

/** Errors for links in a folder that lead out of the project: what lies there would be published. */
export function linksOut(root: string, folder: string): Diagnostic[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })) return [];
  const links = !isInside(root, folder)
    ? [folder]
    : leavesIn(join(root, folder))
        .filter(({ entry }) => entry.isSymbolicLink())
        .map(({ path }) => folder + path);
  const fact = "this is a link that leads out of the project";
  return links
    .filter((file) => !isInside(root, file))
    .sort()
    .map((file) =>
      diagnose({ file, text: "" }, 0, "outside-project", fact, "Put the file itself here, or take it away."),
    );
}
