import type { Diagnostic, Severity } from "./diagnostic.ts";
import { placeAt } from "./place.ts";

/** A text and the name under which its author knows it. */
export interface Source {
  /** Path relative to the project, with forward slashes. */
  readonly file: string;
  readonly text: string;
}

/** A diagnostic at a character offset of a source. */
export function diagnose(
  source: Source,
  offset: number,
  code: string,
  fact: string,
  help: string,
  severity: Severity = "error",
): Diagnostic {
  return { severity, code, file: source.file, place: placeAt(source.text, offset), fact, help };
}
