import { isAbsolute, relative, resolve } from "node:path";
import { sameFile } from "../../importers/dataset/import-texts.ts";
import type { Input } from "../../importers/dataset/input.ts";
import type { ReadOptions } from "../../importers/importer.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { SourceError } from "../../source/error.ts";
import type { Effects } from "../effects.ts";
import { filesBelow, isNoOutput, leftInFolder } from "./folder.ts";
import { emptyFolder, missingFile } from "./missing.ts";
import { readFile } from "./read-file.ts";

export interface ReadFiles {
  readonly inputs: Input[];
  readonly faults: Diagnostic[];
  readonly warnings: Diagnostic[];
}

/** Reads all files, those of folders too; what is wrong with some of them does not keep the others from being read. */
export function readFiles(
  operands: readonly string[],
  options: ReadOptions,
  as: string | undefined,
  effects: Effects,
): ReadFiles {
  const read: ReadFiles = { inputs: [], faults: [], warnings: [] };
  for (const operand of operands) {
    const path = resolve(effects.cwd, operand);
    const files = filesBelow(path);
    const unknown: string[] = [];
    for (const one of files ?? [path]) {
      const file = shownName(effects.cwd, one);
      try {
        take(one, file, operand);
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        // the same is wrong with every file
        if (error.diagnostics[0]?.code === "importer-unknown") return { ...read, faults: [...error.diagnostics] };
        if (files !== null && error.diagnostics.every(isNoOutput)) unknown.push(file);
        else read.faults.push(...error.diagnostics);
      }
    }
    const folder = shownName(effects.cwd, path);
    if (files !== null && unknown.length === files.length) read.faults.push(emptyFolder(folder));
    else if (unknown.length > 0) read.warnings.push(leftInFolder(folder, unknown, as));
  }
  return read;

  function take(path: string, file: string, said: string): void {
    const missing = missingFile(path, file, said);
    if (missing !== null) throw new SourceError([missing]);
    const input = readFile(path, file, as, options, effects);
    const twin = read.inputs.find((one) => one.sha256 === input.sha256);
    if (twin === undefined) read.inputs.push(input);
    else if (twin.file !== file) read.warnings.push(sameFile(file, twin.file));
  }
}

/** Relative to the project, with forward slashes; absolute outside of it. */
function shownName(cwd: string, path: string): string {
  const inside = relative(cwd, path);
  return (inside.startsWith("..") || isAbsolute(inside) ? path : inside).replaceAll("\\", "/");
}
