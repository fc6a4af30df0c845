/**
 * A sentence that a program may state beside a chart, and the figures behind it. It exists only where its preconditions
 * hold; results on a grid of rates are brackets, not points.
 */
export interface Insight<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly metric: string;
  /** Ids of the series that it is about. */
  readonly series: readonly string[];
  readonly data: Data;
  /** Fixed words, computed figures. */
  readonly sentence: string;
}
