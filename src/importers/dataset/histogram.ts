import type { Histogram } from "../../benchmark/dataset.ts";

/** One distribution of several: counts of the same bound are added, so that parts of a file give what the whole gives. */
export function mergeHistograms(all: readonly Histogram[]): Histogram {
  const counts = new Map<number, number>();
  for (const one of all) {
    for (const [i, value] of one.values.entries()) counts.set(value, (counts.get(value) ?? 0) + (one.counts[i] ?? 0));
  }
  const values = [...counts.keys()].toSorted((a, b) => a - b);
  return { values, counts: values.map((value) => counts.get(value)!) };
}

/** The upper bound of the bucket in which the value of this rank lies (nearest rank); null for an empty histogram. */
export function percentileOfHistogram({ values, counts }: Histogram, percent: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  // 99.9 / 100 * 1000 is 999.0000000000001: without the nudge the rank would be one too high.
  const rank = Math.max(1, Math.ceil((percent / 100) * total - 1e-9));
  let seen = 0;
  for (const [i, count] of counts.entries()) {
    seen += count;
    if (seen >= rank) return values[i]!;
  }
  return null;
}

/** Buckets a factor of two is divided into: an upper bound is at most 1.6 % above what it counts. */
export const bucketsPerOctave = 64;

/**
 * A histogram on a grid that is the same for all, so that what is kept stays small and merging after keeping gives what
 * keeping after merging gives. Bounds are rounded up; empty buckets are left out.
 */
export function compactHistogram({ values, counts }: Histogram): Histogram {
  const bounds = values.map(onGrid);
  const kept = mergeHistograms([{ values: bounds, counts }]);
  const full = kept.values.flatMap((value, i) => (kept.counts[i]! > 0 ? [{ value, count: kept.counts[i]! }] : []));
  return { values: full.map((one) => one.value), counts: full.map((one) => one.count) };
}

/** The next bound of the grid; one that is on it, rounded to seven digits as it is kept, stays. */
function onGrid(value: number): number {
  if (value <= 0) return 0;
  const octave = 2 ** Math.floor(Math.log2(value * (1 + 1e-9)));
  const step = octave / bucketsPerOctave;
  return Number((octave + Math.max(0, Math.ceil((value - octave) / step - 1e-4)) * step).toPrecision(7));
}
