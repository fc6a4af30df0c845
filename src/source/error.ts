import { type Diagnostic, formatDiagnostic } from "./diagnostic.ts";

/**
 * An author's mistakes, all of those of a file (or a build) at once.
 * It has no stack: the places that matter are in the diagnostics.
 */
export class SourceError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.name = "SourceError";
    this.diagnostics = diagnostics;
    this.stack = "";
  }
}

/** Throws a SourceError if any of the diagnostics is an error; warnings pass. */
export function assertNoErrors(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.some((d) => d.severity === "error")) throw new SourceError(diagnostics);
}
