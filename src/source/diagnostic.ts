import type { Place } from "./place.ts";

export type Severity = "error" | "warning";

/** One fault that a person made and can mend: where, what, and the way out. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Kebab-case; `docs/errors.md` has a heading for each. */
  readonly code: string;
  /** Path as the person knows it, relative to the project. */
  readonly file: string;
  readonly place: Place;
  /** What is the case, in the author's words, without a full stop where it would end in a name. */
  readonly fact: string;
  /** The way out: what to write or do instead. */
  readonly help: string;
}

/** `path:line:column code: fact` and, on the next line, the way out. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, place, code, fact, help, severity } = diagnostic;
  const kind = severity === "warning" ? `warning ${code}` : code;
  return `${file}:${place.line}:${place.column} ${kind}: ${fact}\n  ${help}`;
}

/** By file, then place: the order in which a person mends them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}
