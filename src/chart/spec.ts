/** What an author may write about a chart. Every field may be absent; `toChart` decides. Contract in docs/charts.md. */
export interface ChartSpec {
  readonly metric?: string;
  readonly stat?: string;
  readonly series?: readonly string[];
  readonly mark?: MarkName;
  /** With `percentiles`: the x, or several, at which. */
  readonly at?: number | string | readonly (number | string)[];
  readonly x?: AxisSpec;
  readonly y?: AxisSpec;
  readonly title?: string;
  readonly caption?: string;
  /** A dispersion of the data (`stdev`, `ci`, `range`) or `none`. */
  readonly spread?: SpreadName;
  readonly reference?: "demanded" | "none";
  readonly annotations?: readonly AnnotationSpec[];
}

/** What is drawn at, or between, the points. */
export type DrawnMark = "line" | "bar" | "dot";
/** `percentiles` draws the distribution at one place of the x-axis instead of one statistic at all of them. */
export type MarkName = DrawnMark | "percentiles";
export type SpreadName = "stdev" | "ci" | "range" | "none";

export interface AxisSpec {
  readonly scale?: "linear" | "log";
  readonly domain?: readonly [number, number];
  readonly label?: string;
}

export interface AnnotationSpec {
  readonly x: number | string;
  readonly label: string;
}
