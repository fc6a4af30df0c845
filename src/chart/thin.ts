import { formatNumber } from "../benchmark/number.ts";
import type { Axis, ChartSeries, Measured } from "./chart.ts";
import { decimate, type Rows } from "./decimate.ts";
import { isLogarithmic } from "./scale.ts";

/** Of a line with more points than this, … */
export const MOST_POINTS = 2000;
/** … so many columns are drawn, which is more than the plot of the widest page has pixels; fewer of each where there are many lines. */
const COLUMNS = { most: 800, least: 400, all: 2400 };

/** The columns of each of so many lines. */
export function columnsFor(lines: number): number {
  return Math.min(COLUMNS.most, Math.max(COLUMNS.least, Math.floor(COLUMNS.all / lines)));
}

/** Whether there are more points than the picture can show. */
export function isThinned({ series }: { readonly series: readonly Pick<ChartSeries, "thinned">[] }): boolean {
  return series.some(({ thinned }) => thinned !== null);
}

/**
 * A line with the points that its picture can show. `measured` says how many there were where some are left out already.
 */
export function thin(
  series: ChartSeries,
  axis: Pick<Axis, "kind" | "domain">,
  columns: number,
  measured?: Measured,
): ChartSeries {
  const rows = drawnRows(series, axis, columns);
  if (rows === null) return measured === undefined ? series : { ...series, thinned: measured };
  const thinned = measured ?? {
    points: series.x.length,
    missing: series.y.filter((y) => y === null).length,
    columns,
  };
  return { ...take(series, rows), thinned };
}

/**
 * The rows of a line that its picture shows, ascending; null for all of them, where they are few. Of the part of the axis that is
 * looked at it shows all where that part has few, else those of `decimate`.
 */
export function drawnRows(rows: Rows, axis: Pick<Axis, "kind" | "domain">, columns: number): number[] | null {
  return rows.x.length <= MOST_POINTS ? null : decimate(rows, columnsOf(rows.x, axis, columns));
}

/**
 * The columns of a picture, by number, and one on each side of it for all that is beyond. Where the part that is seen has no
 * more rows than are drawn anyhow, each row is a column.
 */
function columnsOf(
  x: readonly number[],
  { kind, domain }: Pick<Axis, "kind" | "domain">,
  count: number,
): (x: number) => number {
  const [low, high] = domain;
  const rows = x.reduce((inside, value) => inside + Number(value >= low && value <= high), 0);
  const along = isLogarithmic({ kind }) ? Math.log10 : (value: number): number => value;
  const [start, end] = [along(low), along(high)];
  return (value) => {
    if (!(value >= low)) return -1;
    if (value > high) return Infinity;
    if (rows <= MOST_POINTS) return value;
    return Math.min(count - 1, Math.floor(((along(value) - start) / (end - start)) * count));
  };
}

/** A series with some of its points, in the order of their numbers. */
export function take(series: ChartSeries, rows: readonly number[]): ChartSeries {
  const at = <T>(column: readonly T[]): T[] => rows.map((row) => column[row]!);
  const { x, y, low, high, outer, runs, failed } = series;
  return {
    ...series,
    x: at(x),
    y: at(y),
    low: low && at(low),
    high: high && at(high),
    outer: outer && { low: at(outer.low), high: at(outer.high) },
    runs: runs && at(runs),
    failed: failed && at(failed),
  };
}

/** What a reader of the picture must know of the points that it leaves out; empty where it has them all. */
export function thinnedWords(series: readonly Pick<ChartSeries, "thinned">[]): string {
  const measured = series.flatMap(({ thinned }) => thinned ?? []);
  const counts = measured.map(({ points }) => points);
  if (counts.length === 0) return "";
  const [least, most] = [Math.min(...counts), Math.max(...counts)].map((count) => formatNumber(count));
  const points = least === most ? least : `${least} to ${most}`;
  const each = counts.length === 1 ? "" : " in a series";
  return `${points} points${each}: in each of ${measured[0]!.columns} columns the first, the last, the lowest and the highest are drawn.`;
}
