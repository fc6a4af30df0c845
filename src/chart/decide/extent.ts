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

/** Every figure that is drawn along the value axis. */
export function* drawnFigures(series: readonly ChartSeries[]): Generator<number | null> {
  for (const one of series) {
    yield* one.y;
    for (const [i, y] of one.y.entries()) {
      if (y === null) continue;
      yield one.low?.[i] ?? null;
      yield one.high?.[i] ?? null;
    }
  }
}
