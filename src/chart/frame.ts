import type { Chart } from "./chart.ts";

/** Size of all text in a picture, in CSS pixels. */
export const FONT_SIZE = 12;

/** Above the plot: half the height of the topmost label. */
const TOP = 10;
/** Below it: a line of labels and the title of the axis. */
const BOTTOM = 46;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is left free around the plot, in CSS pixels: the same at every width and in every rendering. */
export function margins(chart: Pick<Chart, "yAxisWidth" | "rightMargin">): Box {
  return { left: chart.yAxisWidth, top: TOP, right: chart.rightMargin, bottom: BOTTOM };
}

/** Lying bars: each category is a row with its name, then its bars, then some air. */
export interface Row {
  readonly name: number;
  readonly bars: number;
  readonly height: number;
}

/** The row of a category with so many bars, in CSS pixels. Bars get thinner where there are many. */
export function row(bars: number): Row {
  const name = 22;
  const thickness = Math.min(18, Math.max(7, Math.floor(96 / Math.max(1, bars))));
  return { name, bars: thickness * Math.max(1, bars), height: name + thickness * Math.max(1, bars) + 12 };
}

/** The height of a picture with lying bars. */
export function lyingHeight(categories: number, bars: number): number {
  return TOP + Math.max(1, categories) * row(bars).height + BOTTOM;
}
