import type { Source } from "../source/source.ts";

/** A stretch of a text, with the offset at which it begins. */
export interface Part {
  readonly text: string;
  readonly offset: number;
}

/**
 * Cuts a file that holds several reports one after another at the line each of them begins with. What stands before
 * the first start line (a shell prompt, a banner) is left out.
 */
export function splitReports(source: Source, start: RegExp): Part[] {
  const flags = [...new Set(`${start.flags}gm`)].join("");
  const starts = [...source.text.matchAll(new RegExp(start.source, flags))].map((match) => match.index);
  return starts.map((offset, i) => ({ text: source.text.slice(offset, starts[i + 1]), offset }));
}
