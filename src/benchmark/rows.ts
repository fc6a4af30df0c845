import type { Column, Series, Statistics } from "./dataset.ts";

/** A series with some of its rows, ascending. What was kept behind each point, runs and histograms, is left out. */
export function takeRows(series: Series, rows: readonly number[]): Series {
  const take = <T>(column: readonly T[]): T[] => rows.map((row) => column[row]!);
  return build(series, take(series.x), (column) => take(column));
}

/** Rows of a series from one number to before another. */
export interface Stretch {
  readonly series: Series;
  readonly from: number;
  readonly to: number;
}

/** One series of several stretches, one after the other, that have the same columns; named and flagged as the first. */
export function joinRows(stretches: readonly [Stretch, ...Stretch[]]): Series {
  const [{ series: first }] = stretches;
  const x = stretches.flatMap(({ series, from, to }) => series.x.slice(from, to));
  return build(first, x, (_, metric, name) =>
    stretches.flatMap(({ series, from, to }) => {
      const column = series.values.get(metric)?.columns.get(name);
      return column?.slice(from, to) ?? Array.from({ length: to - from }, () => null);
    }),
  );
}

/** Place of the first value that is not below the given one, in ascending values; their number where all are. */
export function firstFrom(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function build(
  series: Series,
  x: readonly number[],
  columnOf: (column: Column, metric: string, name: string) => Column,
): Series {
  const statistics = ([metric, own]: readonly [string, Statistics]): [string, Statistics] => {
    const columns = [...own.columns].map(([name, column]) => [name, columnOf(column, metric, name)] as const);
    return [metric, { ...own, columns: new Map(columns), runs: null, histograms: null }];
  };
  const there = series.flags.length === 0 ? null : new Set(x);
  const flags = there === null ? [] : series.flags.filter((flag) => there.has(flag.x));
  return { ...series, x, values: new Map([...series.values].map(statistics)), flags };
}
