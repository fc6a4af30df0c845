/**
 * A sentence that a program may state beside a chart, and the figures behind it. It exists only where its preconditions
 * hold; results on a grid of rates are brackets, not points.
 */
export interface Insight<Name extends string = string, Data = unknown> {
  readonly name: Name;
  readonly metric: string;
  /** The statistic that it is about; absent for the centre: mean, median or the only value. */
  readonly stat?: string;
  /** Ids of the series that it is about. */
  readonly series: readonly string[];
  readonly data: Data;
  /** Fixed words, computed figures. */
  readonly sentence: string;
  /** The same as a part of one sentence about several series; insights with the same lead can share it. */
  readonly clause?: Clause;
}

export interface Clause {
  /** What all of them say, without a colon. */
  readonly lead: string;
  /** Which series, and its figure. */
  readonly item: string;
}
