export type Scale = "linear" | "log";
export type Range = readonly [number, number];

/** What a reader has changed in one chart; null leaves a thing as it was described. Figures are in the units that are shown. */
export interface Adjustment {
  readonly xScale: Scale | null;
  readonly yScale: Scale | null;
  /** The part of each axis that is looked at. */
  readonly xRange: Range | null;
  readonly yRange: Range | null;
  /** Id of the series that the others are shown as multiples of. */
  readonly base: string | null;
  /** Whether single runs are drawn. */
  readonly runs: boolean | null;
  /** Whether each series has a panel of its own. */
  readonly panels: boolean;
}

export const UNCHANGED: Adjustment = {
  xScale: null,
  yScale: null,
  xRange: null,
  yRange: null,
  base: null,
  runs: null,
  panels: false,
};

/** Whether two adjustments show the same. */
export function isSame(a: Adjustment, b: Adjustment): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder({ xScale, yScale, xRange, yRange, base, runs, panels }: Adjustment): unknown[] {
  return [xScale, yScale, xRange, yRange, base, runs, panels];
}
