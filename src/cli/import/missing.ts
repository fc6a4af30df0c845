import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { nearest } from "../../source/nearest.ts";

/** Why there is no file to read at a path; null where there is one. */
export function missingFile(path: string, file: string): Diagnostic | null {
  const place = { severity: "error", file, place: { line: 1, column: 1 } } as const;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return null;
  if (stat !== undefined)
    return {
      ...place,
      code: "file-folder",
      fact: "this is not a file",
      help: "Write the tool's output to a file first.",
    };
  const folder = dirname(path);
  const near = existsSync(folder) ? nearest(basename(path), readdirSync(folder)) : null;
  const help = near === null ? "Is the path right, seen from the project's folder?" : `Did you mean ${near}?`;
  return { ...place, code: "file-missing", fact: "there is no such file", help };
}

/** A folder that has nothing to read. */
export function emptyFolder(file: string): Diagnostic {
  const fact = "no file in this folder is the output of a tool";
  return {
    severity: "error",
    code: "file-folder",
    file,
    place: { line: 1, column: 1 },
    fact,
    help: "Is it the right folder? Name a file itself to hear what it lacks.",
  };
}
