import { decodeFromCompressedBase64, type HdrHistogram } from "hdr-histogram-js";
import type { Histogram } from "../benchmark/dataset.ts";
import type { Figures } from "./reading.ts";
import { rank } from "./scan/distribution.ts";

/** One line of a histogram log. */
export interface Interval {
  readonly tag: string;
  /** Seconds, relative to the start of the log or since 1970, as written. */
  readonly start: number;
  readonly length: number;
  /** In milliseconds by convention. */
  readonly max: number;
  readonly histogram: HdrHistogram;
}

/** The interval in a line; null for a line that is none, or whose histogram cannot be decoded. */
export function intervalIn(line: string): Interval | null {
  const [, tag = "", start, length, max, encoded] =
    /^(?:Tag=([^,]*),)?\s*([\d.]+),\s*([\d.]+),\s*([\d.]+),\s*(HISTF\S+)\s*$/.exec(line) ?? [];
  if (encoded === undefined) return null;
  const interval = intervalOf(encoded);
  return interval && { ...interval, tag, start: Number(start), length: Number(length), max: Number(max) };
}

/** A compressed histogram that stands alone, without the time it was recorded in; null when it cannot be decoded. */
export function intervalOf(encoded: string): Interval | null {
  try {
    const histogram = decodeFromCompressedBase64(encoded);
    return { tag: "", start: 0, length: 0, max: histogram.maxValue, histogram };
  } catch {
    return null;
  }
}

/**
 * How many recorded units make a second. The log prints each interval's maximum in milliseconds beside the histogram
 * that holds it in the unit in which it was recorded.
 */
export function unitsPerSecond(intervals: readonly Interval[]): number {
  const told = intervals.find(({ max, histogram }) => max > 0 && histogram.maxValue > 0);
  if (told === undefined) return 1e3;
  const exponent = Math.round(Math.log10(told.histogram.maxValue / told.max) / 3);
  return 1e3 * 1e3 ** Math.max(0, exponent);
}

/** The distribution of some intervals together, in seconds. Null when they hold nothing. */
export function mergedFigures(intervals: readonly Interval[], perSecond: number): Figures | null {
  const n = intervals.reduce((sum, { histogram }) => sum + histogram.totalCount, 0);
  if (n === 0) return null;
  const weighted = (of: (histogram: HdrHistogram) => number) =>
    intervals.reduce(
      (sum, { histogram }) => sum + (histogram.totalCount === 0 ? 0 : histogram.totalCount * of(histogram)),
      0,
    ) / n;
  const mean = weighted(({ mean }) => mean);
  const square = weighted((one) => one.stdDeviation ** 2 + (one.mean - mean) ** 2);
  const histogram = merged(intervals, perSecond);
  const percents = [50, 75, 90, 95, 99, ...(n >= 1e3 ? [99.9] : []), ...(n >= 1e4 ? [99.99] : [])];
  const max = Math.max(...intervals.map((one) => one.max)) / 1e3;
  return {
    stats: {
      mean: mean / perSecond,
      stdev: Math.sqrt(square) / perSecond,
      max,
      ...Object.fromEntries(percents.map((percent) => [`p${percent}`, Math.min(max, rank(histogram, n, percent))])),
    },
    n,
    nOf: "samples",
    stdevKind: "population",
    histogram,
    percentiles: "hdr-histogram",
  };
}

/** Buckets of all intervals; the top of each is its value. */
function merged(intervals: readonly Interval[], perSecond: number): Histogram {
  const counts = new Map<number, number>();
  for (const { histogram } of intervals) {
    const values = histogram.recordedValuesIterator;
    values.reset();
    while (values.hasNext()) {
      const { valueIteratedTo, countAtValueIteratedTo } = values.next();
      counts.set(valueIteratedTo, (counts.get(valueIteratedTo) ?? 0) + countAtValueIteratedTo);
    }
  }
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  return { values: sorted.map(([value]) => value / perSecond), counts: sorted.map(([, count]) => count) };
}
