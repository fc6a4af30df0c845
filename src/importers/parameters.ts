import type { XCandidate } from "./reading.ts";

/** Parameters of one measurement, by name, as text. */
export type Parameters = Readonly<Record<string, string>>;

/** A parameter that the tool does not name: `/100` behind a benchmark's name. */
export const unnamed = "parameter";

/** The parameters that are numbers may be x, in the order in which the file has them. */
export function numericParameters(parameters: Parameters): XCandidate[] {
  return Object.entries(parameters).flatMap(([name, text]) =>
    isNumber(text) ? [{ name, value: Number(text), unit: null }] : [],
  );
}

/** Plain decimal numbers alone: "1k" and "64KB" mean 1000 or 1024 by the author's taste. */
export function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text);
}
