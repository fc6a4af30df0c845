import type { Severity } from "../../source/diagnostic.ts";
import { nearest } from "../../source/nearest.ts";

/** What is wrong with a chart description, at a field of it; whoever knows where it was written adds the place. */
export interface Problem {
  readonly severity: Severity;
  readonly code: string;
  /** Keys and indexes from the description down: `["series", 1]`; `[]` for the description itself. */
  readonly path: readonly (string | number)[];
  readonly fact: string;
  readonly help: string;
}

/** The help for a name that does not exist: the nearest one that does, or all of them. */
export function suggest(word: string, names: readonly string[], kind: string): string {
  const meant = nearest(word, names);
  return meant === null ? listNames(names, kind) : `Did you mean "${meant}"?`;
}

/** All names that there are, or the first dozen. */
export function listNames(names: readonly string[], kind: string): string {
  const shown = names.slice(0, 12).map((name) => `"${name}"`);
  const rest = names.length > 12 ? ` and ${names.length - 12} more` : "";
  if (names.length === 1) return `There is only ${shown[0]}.`;
  return names.length === 0 ? `There are no ${kind}.` : `The ${kind} are ${shown.join(", ")}${rest}.`;
}

/** A problem that stops the chart. */
export function error(code: string, path: Problem["path"], fact: string, help: string): Problem {
  return { severity: "error", code, path, fact, help };
}

/** A problem for which something sensible is drawn instead. */
export function warning(code: string, path: Problem["path"], fact: string, help: string): Problem {
  return { severity: "warning", code, path, fact, help };
}
