/** What the reader has made of a chart. */
export interface ChartView {
  /** Ids of the series that are switched off. */
  readonly hidden: ReadonlySet<string>;
}

export const ALL_VISIBLE: ChartView = { hidden: new Set() };
