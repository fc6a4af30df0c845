import type { Histogram } from "../../benchmark/dataset.ts";
import type { Figures } from "../reading.ts";

/** Times of any number, in bounded memory. */
export interface Distribution {
  readonly count: number;
  /** Takes a time in nanoseconds in; what is no number or negative is not counted. */
  record(nanoseconds: number): void;
  /** Takes all times of another in. */
  include(other: Distribution): void;
  /** What is known of the times, for `include`. */
  readonly parts: Parts;
  /** Figures in seconds, with the histogram; null when nothing was recorded. */
  figures(nOf?: "requests" | "samples"): Figures | null;
}

interface Parts {
  readonly decades: readonly (Float64Array | undefined)[];
  readonly min: number;
  readonly max: number;
  /** Sums of distances from `origin`, and of their squares. */
  readonly origin: number;
  readonly sum: number;
  readonly squares: number;
}

const digits = 10_000;
const powers = Array.from({ length: 13 }, (_, exponent) => 10 ** exponent);
const usual = [50, 75, 90, 95, 99];

/**
 * Counts times by their first four digits, rounded up: 0.1 % at most, and exact for what tools print in whole milliseconds.
 * The buckets do not depend on the data (as HdrHistogram's do not), so that the histograms of two halves add up to the
 * whole's; decimal ones rather than binary, so that 1.651 s stays 1.651 s. Mean, extremes and deviation are exact.
 */
export function distribution(): Distribution {
  const decades: (Float64Array<ArrayBuffer> | undefined)[] = [];
  let count = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = 0;
  // Sums of distances from the first time: squares of times themselves would lose the small differences.
  let origin = 0;
  let sum = 0;
  let squares = 0;

  // The decade of the last time: the next is most often in it too.
  let decade = 0;
  let low = 0;
  let high = 0;
  let scale = 1;
  let counts = new Float64Array(0);
  const choose = (time: number): void => {
    while (powers[decade]! * digits <= time) decade++;
    while (decade > 0 && powers[decade]! * (digits / 10) > time) decade--;
    scale = powers[decade]!;
    low = decade === 0 ? 0 : scale * (digits / 10);
    high = scale * digits;
    counts = decades[decade] ??= new Float64Array(digits);
  };

  const record = (nanoseconds: number): void => {
    if (!(nanoseconds >= 0 && nanoseconds < 9e15)) return;
    const time = Math.round(nanoseconds);
    if (time < low || time >= high) choose(time);
    const bucket = Math.ceil(time / scale);
    // Rounded up to the next power of ten, which is the first bucket of the next decade.
    if (bucket === digits) {
      const next = (decades[decade + 1] ??= new Float64Array(digits));
      next[digits / 10] = next[digits / 10]! + 1;
    } else counts[bucket] = counts[bucket]! + 1;
    if (count === 0) origin = nanoseconds;
    const distance = nanoseconds - origin;
    sum += distance;
    squares += distance * distance;
    if (nanoseconds < min) min = nanoseconds;
    if (nanoseconds > max) max = nanoseconds;
    count++;
  };

  const histogram = (): Histogram => {
    const values: number[] = [];
    const counts: number[] = [];
    decades.forEach((decade, exponent) =>
      decade?.forEach((number, bucket) => {
        if (number === 0) return;
        values.push((bucket * powers[exponent]!) / 1e9);
        counts.push(number);
      }),
    );
    return { values, counts };
  };

  return {
    get count() {
      return count;
    },
    record,
    include({ count: more, parts }) {
      if (more === 0) return;
      parts.decades.forEach((from, exponent) => {
        if (from === undefined) return;
        const into = (decades[exponent] ??= new Float64Array(digits));
        for (let bucket = 0; bucket < digits; bucket++) into[bucket] = into[bucket]! + from[bucket]!;
      });
      if (count === 0) origin = parts.origin;
      const shift = parts.origin - origin;
      sum += parts.sum + more * shift;
      squares += parts.squares + 2 * shift * parts.sum + more * shift * shift;
      min = Math.min(min, parts.min);
      max = Math.max(max, parts.max);
      count += more;
    },
    get parts() {
      return { decades, min, max, origin, sum, squares };
    },
    figures(nOf = "requests") {
      if (count === 0) return null;
      const found = histogram();
      const percents = [...usual, ...(count >= 1e3 ? [99.9] : []), ...(count >= 1e4 ? [99.99] : [])];
      const ranks = percents.map((percent) => [`p${percent}`, Math.min(rank(found, count, percent), max / 1e9)]);
      const variance = count > 1 ? Math.max(0, squares - (sum * sum) / count) / (count - 1) : null;
      return {
        stats: {
          mean: (origin + sum / count) / 1e9,
          min: min / 1e9,
          max: max / 1e9,
          ...(variance === null ? {} : { stdev: Math.sqrt(variance) / 1e9 }),
          ...Object.fromEntries(ranks),
        },
        n: count,
        nOf,
        stdevKind: "sample",
        histogram: found,
        percentiles: "nearest-rank",
      };
    },
  };
}

/** The value of the bucket that holds the smallest time not exceeded by `percent` of them. */
export function rank({ values, counts }: Histogram, count: number, percent: number): number {
  const wanted = Math.ceil((percent / 100) * count - 1e-9);
  let seen = 0;
  const at = counts.findIndex((number) => (seen += number) >= wanted);
  return values[at]!;
}
