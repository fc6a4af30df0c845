import { type Diagnostic } from "../source/diagnostic.ts";
import { SourceError } from "../source/error.ts";
import { type Source, diagnose } from "../source/source.ts";

/** A warning at an offset of the file: the reading goes on, and the warning travels with it to the dataset. */
export function warn(source: Source, offset: number, code: string, fact: string, help: string): Diagnostic {
  return diagnose(source, offset, code, fact, help, "warning");
}

/** A warning at a line (from 1). */
export function warnLine(source: Source, line: number, code: string, fact: string, help: string): Diagnostic {
  return { severity: "warning", code, file: source.file, place: { line, column: 1 }, fact, help };
}

/** Stops reading this file: nothing of it can be used. */
export function fail(source: Source, offset: number, code: string, fact: string, help: string): never {
  throw new SourceError([diagnose(source, offset, code, fact, help)]);
}

/** The format is known and is not read; `help` says which output of the tool is. */
export function refuse(source: Source, format: string, help: string): never {
  return fail(source, 0, "format-refused", `this is ${format}, which is not imported`, help);
}
