import type { CardLine } from "./card.ts";
import type { ChartSpec } from "../../../src/chart/spec.ts";

/** How it should not be, and how it should be: a picture each. All figures are invented. */
export interface Pair {
  readonly wrong: Side;
  readonly right: Side;
}

/** What a side shows, from the top down. */
export type Side = Part | readonly Part[];

export type Part = ChartPart | CardPart;

/** A chart as the program draws it. */
export interface ChartPart extends ChartSpec {
  /** A dataset, but for its title; its first metric is shown where none is named. */
  readonly data: object;
  /** In CSS pixels. */
  readonly height?: number;
  /** A second y-axis, which the program does not draw: its figures are those of the first, times this. */
  readonly secondAxis?: number;
}

/** Words, as they stand on a page or in a file. */
export interface CardPart {
  readonly card: readonly CardLine[];
}
