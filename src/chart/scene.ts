import type { Chart, ChartSeries } from "./chart.ts";
import type { Box } from "./frame.ts";
import type { Theme } from "./theme.ts";

/** What a layer draws from: the chart, its colours, and where things are in CSS pixels. */
export interface Scene {
  readonly chart: Chart;
  readonly theme: Theme;
  readonly area: Box;
  /** The series that are not switched off, in drawing order, with their place among all series. */
  readonly visible: readonly VisibleSeries[];
  /** Pixel of a figure on the x-axis and on the y-axis; the axes change places where bars lie. NaN where a log scale has none. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Where a point of a series stands along the x-axis: for bars and dots over categories, beside those of the other series. */
  readonly place: (series: VisibleSeries, index: number) => number;
  /** Moves an upright line of one pixel onto whole device pixels. */
  readonly snap: (pixel: number) => number;
}

export interface VisibleSeries extends ChartSeries {
  readonly index: number;
}
