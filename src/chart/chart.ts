import type { DrawnMark, MarkName, SpreadName } from "./spec.ts";

/**
 * What a chart says, decided: nothing optional, figures in the units that people read.
 * The four renderings (picture, interactive picture, table, words) are computed from this alone.
 */
export interface Chart {
  readonly id: string;
  readonly dataset: string;
  /** What stands at, or between, the points … */
  readonly mark: DrawnMark;
  /** … and as what the picture is to be read. */
  readonly form: MarkName;
  /** Bars and dots lie down where the names of their categories need the width of the picture. */
  readonly orientation: "upright" | "lying";
  /** Of categories: by their figures, the best first, or as the data have them. */
  readonly order: "value" | "data";
  readonly metric: { readonly id: string; readonly label: string; readonly stat: string };
  readonly title: string;
  readonly caption: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly ChartSeries[];
  readonly spread: Spread | null;
  /** What the whiskers of boxes reach to, in words; null where there are no boxes. */
  readonly whiskers: string | null;
  /** Whether the single runs are drawn; where they are not, whether the data have them. */
  readonly runs: "drawn" | "kept" | "none";
  /** Draws y = slope · x (slope 1 unless the axes' units differ): what was demanded is delivered. */
  readonly reference: { readonly label: string; readonly slope: number } | null;
  readonly annotations: readonly Annotation[];
  /** Between which demanded rates each series saturates; known where the site is built. */
  readonly brackets: readonly Bracket[];
  /** Height of the picture with its axes in CSS pixels: fixed, so that nothing moves when the canvas takes over. */
  readonly height: number;
  /** Pinned width left of the plot (the y-axis with its labels), integer pixels, a multiple of 8. */
  readonly yAxisWidth: number;
  /** Pinned width right of the plot, room for half of the last tick's label: integer pixels, a multiple of 8. */
  readonly rightMargin: number;
  /** What the data say about single points: why one is missing or must be read with care. */
  readonly notes: readonly Note[];
}

export interface Axis {
  /** `percentile`: 1 / (1 − share) on a log scale. */
  readonly kind: "linear" | "log" | "percentile" | "category" | "time";
  /** Quantity without its unit. */
  readonly label: string;
  /** Unit that people read, `""` for none. */
  readonly unit: string;
  /** What stands at the axis: label, unit in parentheses, "log" where it is. */
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
  /** Categories in drawing order; empty unless kind is "category". */
  readonly categories: readonly string[];
  /** Where a log axis shows figures that are 0 or less: in a lane of their own below its scale; null where there is none. */
  readonly lane: number | null;
}

export interface Tick {
  readonly value: number;
  readonly label: string;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly style: SeriesStyle;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  /** Lower and upper edge of the spread; null where the chart or the point has none. */
  readonly low: readonly (number | null)[] | null;
  readonly high: readonly (number | null)[] | null;
  /** Where the whiskers of a box end; null where the chart or the point has none. */
  readonly outer: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] } | null;
  /** The single runs behind each point, where they are drawn. */
  readonly runs: readonly (readonly number[] | null)[] | null;
  /** Share of tries that failed at each point; null where it is not known, or where no point has failures. */
  readonly failed: readonly (number | null)[] | null;
  /** How many points there are of which the picture shows those that matter; null where it shows all. */
  readonly thinned: Measured | null;
}

/** How many points a series has of which not all are drawn, at how many of them the figure is missing, and in how many columns it is drawn. */
export interface Measured {
  readonly points: number;
  readonly missing: number;
  readonly columns: number;
}

/** Belongs to the series over the whole post. */
export interface SeriesStyle {
  /** 1-based place in the palette: CSS variable `--series-N`. */
  readonly colour: number;
  readonly marker: MarkerName;
  /** Dash pattern in pixels; empty for solid. */
  readonly dash: readonly number[];
}

export type MarkerName = "circle" | "square" | "triangle" | "diamond" | "cross" | "plus";

export interface Spread {
  readonly name: Exclude<SpreadName, "none">;
  /** In words, for the caption: "± 1 standard deviation over 3 runs". */
  readonly label: string;
}

export interface Annotation {
  readonly x: number;
  readonly label: string;
}

export interface Bracket {
  /** Series id. */
  readonly series: string;
  /** The last rate that was delivered, and the first from which on all are too much. */
  readonly from: number;
  readonly to: number;
}

export interface Note {
  /** Series id. */
  readonly series: string;
  readonly x: number;
  readonly text: string;
}
