import type { Histogram } from "../benchmark/dataset.ts";

/** Single values as a distribution: each value that occurs, and how often. */
export function sampleHistogram(values: readonly number[]): Histogram {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  return { values: sorted.map(([value]) => value), counts: sorted.map(([, count]) => count) };
}
