import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";

/** All files below a folder, in the order of their names, hidden ones left out; null where a path is no folder. */
export function filesBelow(path: string): string[] | null {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return null;
  const files = readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const wanted = new Set(files.filter((file) => !file.slice(path.length).split(/[\\/]/).some(isHidden)));
  return [...wanted].filter((file) => !isOldRun(file, wanted)).toSorted();
}

const isHidden = (name: string) => name.startsWith(".");

/** criterion keeps the run before in `base/` beside `new/`: it is no repeated run of this one. */
function isOldRun(file: string, files: ReadonlySet<string>): boolean {
  const folder = dirname(file);
  return basename(folder) === "base" && files.has(join(dirname(folder), "new", basename(file)));
}

/** What a folder holds beside a tool's output is no fault: READMEs, scripts, pictures, the pages of a report, other tools' output. */
export function isNoOutput({ code }: Diagnostic): boolean {
  return ["format-unknown", "format-mismatch", "file-binary", "html-page"].includes(code);
}

/** Says which files of a folder no importer knows, or not the one that was asked for. */
export function leftInFolder(folder: string, files: readonly string[], as: string | undefined): Diagnostic {
  const names = files.length > 5 ? `${files.slice(0, 4).join(", ")} and ${files.length - 4} more` : files.join(", ");
  const fact = `${as === undefined ? "no importer knows" : `--as ${as} does not know`} ${names}: left out`;
  const help = "Name a file itself to hear what it lacks.";
  return { severity: "warning", code: "files-unknown", file: folder, place: { line: 1, column: 1 }, fact, help };
}
