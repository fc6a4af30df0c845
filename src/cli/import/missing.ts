import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { nearest } from "../../source/nearest.ts";

/** Why there is no file to read at a path, which the author wrote as `said`; null where there is one. */
export function missingFile(path: string, file: string, said: string): Diagnostic | null {
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
  // as it was written: a tidied address or path is not what the author would look for
  const shown = /^\w+:\/\/|\\/.test(said) ? said : file;
  return { ...place, file: shown, code: "file-missing", fact: "there is no such file", help: wayTo(path, said) };
}

function wayTo(path: string, said: string): string {
  if (/^https?:\/\//i.test(said)) return `Only files are read: fetch it first, as with curl -O ${said}`;
  if (said === "-") return "Standard input is not read: write the tool's output to a file first.";
  if (said.includes("\\") && existsSync(path.replaceAll("\\", "/")))
    return `Write the path with slashes: ${said.replaceAll("\\", "/")}`;
  const folder = dirname(path);
  if (/[*?]/.test(basename(path)) && existsSync(folder))
    return "The shell found no files for this pattern, or left it to us: name the folder, which stands for all files in it.";
  const near = existsSync(folder) ? nearest(basename(path), readdirSync(folder)) : null;
  return near === null ? "Is the path right, seen from the project's folder?" : `Did you mean ${near}?`;
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
