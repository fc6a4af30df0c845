/** What single values say, in their own unit. The standard deviation is that of a sample (n - 1), null for one value. */
export interface Summary {
  readonly mean: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly stdev: number | null;
}

/** Figures of repeated runs or samples that a file lists one by one; all null for none. */
export function summarize(values: readonly number[]): Summary {
  const n = values.length;
  if (n === 0) return { mean: null, median: null, min: null, max: null, stdev: null };
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const middle = (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2;
  return {
    mean,
    median: middle,
    min: sorted[0]!,
    max: sorted[n - 1]!,
    stdev: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
  };
}

/** The smallest value that at least `percent` of them do not exceed (nearest rank), of values in ascending order. */
export function nearestRank(sorted: readonly number[], percent: number): number | null {
  // 99.9 / 100 * 1000 is 999.0000000000001: without the nudge the rank would be one too high.
  const rank = Math.ceil((percent / 100) * sorted.length - 1e-9);
  return sorted[Math.max(1, rank) - 1] ?? null;
}
