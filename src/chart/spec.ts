/** What an author may write about a chart. Every field may be absent; `toChart` decides. Contract in docs/charts.md. */
export interface ChartSpec {
  readonly metric?: string;
  readonly stat?: string;
  readonly series?: readonly string[];
  readonly mark?: MarkName;
  /** With `percentiles`, `histogram` and `ecdf`: the x, or several, at which. */
  readonly at?: number | string | readonly (number | string)[];
  readonly x?: AxisSpec;
  readonly y?: AxisSpec;
  readonly title?: string;
  readonly caption?: string;
  /** A dispersion of the data (`stdev`, `ci`, `range`, `quartiles`) or `none`. */
  readonly spread?: SpreadName;
  /** Whether each single run is drawn, where the data have them. */
  readonly runs?: boolean;
  /** Which way bars, dots and boxes over categories stand. */
  readonly orientation?: "upright" | "lying";
  readonly reference?: "demanded" | "none";
  readonly annotations?: readonly AnnotationSpec[];
  /** Ids that the chart had before: what leads to them still leads to it. */
  readonly was?: readonly string[];
}

/** What is drawn at, or between, the points. */
export type DrawnMark = "line" | "bar" | "dot";
/**
 * `strip` draws the single runs, `box` their quartiles. `percentiles`, `histogram` and `ecdf` draw the distribution at one place of
 * the x-axis instead of one statistic at all of them.
 */
export type MarkName = DrawnMark | "strip" | "box" | "percentiles" | "histogram" | "ecdf";
export type SpreadName = "stdev" | "ci" | "range" | "quartiles" | "none";

export interface AxisSpec {
  readonly scale?: "linear" | "log";
  readonly domain?: readonly [number, number];
  readonly label?: string;
  /** Of categories: by what is measured, or as the data have them. */
  readonly order?: "value" | "data";
  /** Of times: counted in seconds from the first point of each series. */
  readonly origin?: "start";
}

export interface AnnotationSpec {
  readonly x: number | string;
  readonly label: string;
}
