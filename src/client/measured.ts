import type { Axis, ChartSeries } from "../chart/chart.ts";
import { firstFrom } from "../benchmark/rows.ts";
import { isLogarithmic, onLane } from "../chart/scale.ts";

/** Where x stands along its axis, in units in which equal distances look equal. */
export function along(axis: Axis, x: number): number {
  return isLogarithmic(axis) ? Math.log10(onLane(axis, x)) : x;
}

type Grid = readonly number[];

/** The last union that each grid was the first of: it is asked for at every move of the pointer. */
const unions = new WeakMap<Grid, { readonly grids: readonly Grid[]; readonly union: Grid }>();

/** Every x at which one of the series was measured, ascending, each once. */
export function unionGrid(series: readonly ChartSeries[]): Grid {
  const [first, ...more] = series.map(({ x }) => x);
  if (first === undefined || more.length === 0) return first ?? [];
  const known = unions.get(first);
  if (known?.grids.length === more.length && known.grids.every((grid, i) => grid === more[i])) return known.union;
  const union = [...new Set([first, ...more].flat())].sort((a, b) => a - b);
  unions.set(first, { grids: more, union });
  return union;
}

/** Place of the value nearest to x in ascending values; the lower one where two are equally near; -1 in an empty list. */
export function nearestIndex(axis: Axis, values: readonly number[], x: number): number {
  const above = firstFrom(values, x);
  if (above === 0 || above === values.length) return Math.min(above, values.length - 1);
  const place = along(axis, x);
  return along(axis, values[above]!) - place < place - along(axis, values[above - 1]!) ? above : above - 1;
}

const steps = new WeakMap<Grid, ReadonlyMap<Axis["kind"], number>>();

/**
 * Half the usual step of a grid (half the median gap): how far from x a point may stand and still be its reading.
 * Unlike the gap next to x it also finds holes, where points are missing. 0 for a single point: only its own x will do.
 */
export function halfStep(axis: Axis, values: readonly number[]): number {
  const known = steps.get(values)?.get(axis.kind);
  if (known !== undefined) return known;
  const gaps = values.slice(1).map((value, index) => along(axis, value) - along(axis, values[index]!));
  gaps.sort((a, b) => a - b);
  const half = (gaps[Math.floor(gaps.length / 2)] ?? 0) / 2;
  steps.set(values, new Map(steps.get(values)).set(axis.kind, half));
  return half;
}

/**
 * Place of the point that is read at x: the nearest one, measured, no farther than half a step. Null otherwise: a reading is
 * never made up from its neighbours. Of a line of which some points are left out, those of one column of the picture are its
 * reading together: the nearest that is drawn counts.
 */
export function pointAt(axis: Axis, series: ChartSeries, x: number): number | null {
  const index = nearestIndex(axis, series.x, x);
  if (index < 0 || (series.y[index] ?? null) === null) return null;
  const distance = Math.abs(along(axis, series.x[index]!) - along(axis, x));
  const [low, high] = axis.domain;
  const column = series.thinned === null ? 0 : (along(axis, high) - along(axis, low)) / series.thinned.columns;
  const within = (reach: number): boolean => distance <= reach * (1 + 1e-9);
  return within(column) || within(halfStep(axis, series.x)) ? index : null;
}

/** Place of the step that holds at x: the last one that has begun; null before the first. */
export function stepAt({ x: begins }: ChartSeries, x: number): number | null {
  const next = firstFrom(begins, x);
  const index = begins[next] === x ? next : next - 1;
  return index < 0 ? null : index;
}
