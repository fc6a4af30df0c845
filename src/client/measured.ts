import type { Axis, ChartSeries } from "../chart/chart.ts";
import { isLogarithmic } from "../chart/scale.ts";

/** Where x stands along its axis, in units in which equal distances look equal. */
export function along(axis: Axis, x: number): number {
  return isLogarithmic(axis) ? Math.log10(x) : x;
}

/** Every x at which one of the series was measured, ascending, each once. */
export function unionGrid(series: readonly ChartSeries[]): number[] {
  return [...new Set(series.flatMap((one) => one.x))].sort((a, b) => a - b);
}

/** Place of the value nearest to x in ascending values; the lower one where two are equally near; -1 in an empty list. */
export function nearestIndex(axis: Axis, values: readonly number[], x: number): number {
  let best = -1;
  let least = Infinity;
  for (const [index, value] of values.entries()) {
    const distance = Math.abs(along(axis, value) - along(axis, x));
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/**
 * Half the usual step of a grid (half the median gap): how far from x a point may stand and still be its reading.
 * Unlike the gap next to x it also finds holes, where points are missing. 0 for a single point: only its own x will do.
 */
export function halfStep(axis: Axis, values: readonly number[]): number {
  const gaps = values.slice(1).map((value, index) => along(axis, value) - along(axis, values[index]!));
  gaps.sort((a, b) => a - b);
  return (gaps[Math.floor(gaps.length / 2)] ?? 0) / 2;
}

/**
 * Place of the point that is read at x: the nearest one, measured, no farther than half a step. Null otherwise: a reading is
 * never made up from its neighbours.
 */
export function pointAt(axis: Axis, series: ChartSeries, x: number): number | null {
  const index = nearestIndex(axis, series.x, x);
  if (index < 0 || (series.y[index] ?? null) === null) return null;
  const distance = Math.abs(along(axis, series.x[index]!) - along(axis, x));
  return distance <= halfStep(axis, series.x) * (1 + 1e-9) ? index : null;
}
