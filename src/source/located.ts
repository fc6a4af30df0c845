import { type Place, placeAt } from "./place.ts";
import type { Source } from "./source.ts";

/** Keys and indexes from the top of a value down: `["series", 2, "x", 7]`. */
export type Path = readonly (string | number)[];

/** What a fault points at: the value at a path, or the key under which it stands. */
export interface Pointer {
  readonly path: Path;
  readonly key?: boolean;
}

/**
 * A value read from a text, and the way back into that text. Places cost a second reading of the text,
 * so they are asked for once, for all faults together, and not at all when there are none.
 */
export interface Located {
  readonly source: Source;
  readonly value: unknown;
  /** Offsets in the source, one a pointer. A path that does not exist means its nearest ancestor that does. */
  offsetsOf(pointers: readonly Pointer[]): number[];
}

/** Line and column of the value at a path. */
export function placeOf(located: Located, path: Path): Place {
  return placeAt(located.source.text, located.offsetsOf([{ path }])[0] ?? 0);
}

/** A path as people write it: `series[2].x[7]`; `"the file"` for the top. */
export function showPath(path: Path): string {
  let shown = "";
  for (const step of path) {
    if (typeof step === "number") shown += `[${step}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(step)) shown += shown === "" ? step : `.${step}`;
    else shown += `[${JSON.stringify(step)}]`;
  }
  return shown === "" ? "the file" : shown;
}
