import type { ChartSeries } from "../chart.ts";

/** Smallest and largest of the figures, or null where there is none. */
export function extent(values: Iterable<number | null>): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/**
 * The same of every figure that is drawn along the value axis, of those that count: with the ends of its spread, and its
 * single runs, where it has them. Written as loops: a chart is decided anew in each frame of a zoom.
 */
export function drawnExtent(
  series: readonly ChartSeries[],
  counts: (figure: number) => boolean = () => true,
): [number, number] | null {
  let least = Infinity;
  let most = -Infinity;
  const see = (figure: number | null | undefined): void => {
    if (figure == null || !counts(figure)) return;
    if (figure < least) least = figure;
    if (figure > most) most = figure;
  };
  for (const { y, low, high, outer, runs } of series) {
    for (let i = 0; i < y.length; i++) {
      see(y[i]);
      if (y[i] === null) continue;
      see(low?.[i]);
      see(high?.[i]);
      see(outer?.low[i]);
      see(outer?.high[i]);
      for (const run of runs?.[i] ?? []) see(run);
    }
  }
  return least <= most ? [least, most] : null;
}
