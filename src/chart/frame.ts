import type { Chart } from "./chart.ts";

/** Size of all text in a picture, in CSS pixels. */
export const FONT_SIZE = 12;

/** Above the plot: half the height of the topmost label. */
const TOP = 10;
/** Below it: a line of labels and the title of the axis. */
const BOTTOM = 46;

/**
 * The grid on which the points of lines stand, in every rendering: so many steps to the width of the plot, so many to a pixel
 * downward. It is the grid of whole numbers in which the fluid picture is written. A line whose points differed by a tenth of
 * a pixel would be a little longer or shorter, and dashes along it would not lie on those of the canvas.
 */
export const GRID = { across: 4000, down: 4 } as const;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is left free around the plot, in CSS pixels, in every rendering; on its right more where names stand there. */
export function margins(chart: Pick<Chart, "yAxisWidth" | "rightMargin">, right: number = chart.rightMargin): Box {
  return { left: chart.yAxisWidth, top: TOP, right, bottom: BOTTOM };
}

/** Lying bars: each category is a row with its name in one line or two, then its bars, then some air. */
export interface Row {
  readonly name: number;
  readonly bars: number;
  readonly height: number;
}

/** Height of a line of text. */
export const LINE = 15;

/** The row of a category, in CSS pixels. Bars get thinner where there are many. */
export function row(chart: Pick<Chart, "series" | "x">): Row {
  const count = Math.max(1, chart.series.length);
  const lines = chart.x.ticks.some(({ label }) => label.includes("\n")) ? 2 : 1;
  const name = 7 + lines * LINE;
  const bars = Math.min(18, Math.max(7, Math.floor(96 / count))) * count;
  return { name, bars, height: name + bars + 12 };
}

/** The height of a picture with lying bars. */
export function lyingHeight(chart: Pick<Chart, "series" | "x">): number {
  return TOP + Math.max(1, chart.x.categories.length) * row(chart).height + BOTTOM;
}

/** How far the dots of a series stand beside their category's middle, in widths of its band, so that none hides another. */
export function dodge(chart: Pick<Chart, "series" | "x" | "mark" | "orientation">, index: number): number {
  if (chart.mark !== "dot" || chart.x.kind !== "category") return 0;
  return ((index + 0.5) / chart.series.length - 0.5) * bandShare(chart);
}

/** The part of a category's band in which its marks stand. */
export function bandShare(chart: Pick<Chart, "series" | "x" | "mark" | "orientation">): number {
  const { bars, height } = row(chart);
  return chart.orientation === "lying" ? bars / height : chart.mark === "bar" ? 0.76 : 0.6;
}
