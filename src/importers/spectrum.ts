import type { Histogram } from "../benchmark/dataset.ts";
import { parseNumber } from "./number.ts";

/** One line of HdrHistogram's percentile table: values as printed, percentile 0..1, and how many lie at or below. */
export interface SpectrumRow {
  readonly value: number;
  readonly percentile: number;
  readonly count: number;
}

/** The lines under "Value Percentile TotalCount 1/(1-Percentile)", down to the footer or the end. */
export function spectrumRows(text: string): SpectrumRow[] {
  const head = /^ *Value(?:\(ms\))? +Percentile +TotalCount +1\/\(1-Percentile\) *$/m.exec(text);
  if (head === null) return [];
  const rows: SpectrumRow[] = [];
  for (const line of text.slice(head.index + head[0].length).split("\n")) {
    if (line.trim() === "") continue;
    const [value = null, percentile = null, count = null] = line
      .trim()
      .split(/ +/)
      .map((cell) => parseNumber(cell));
    if (value === null || percentile === null || count === null) break;
    rows.push({ value, percentile, count });
  }
  return rows;
}

/** Buckets of the distribution that the table describes; `perSecond` is how many of its units make a second. */
export function spectrumHistogram(rows: readonly SpectrumRow[], perSecond: number): Histogram {
  const values: number[] = [];
  const counts: number[] = [];
  let below = 0;
  for (const { value, count } of rows) {
    if (count <= below) continue;
    values.push(value / perSecond);
    counts.push(count - below);
    below = count;
  }
  return { values, counts };
}

/** The footer `#[Mean = 0.841, StdDeviation = 0.444]` and `#[Max = 2.720, Total count = 380]`, as printed. */
export function spectrumFooter(text: string): { mean: number; stdev: number; max: number; n: number } | null {
  const moments = /#\[Mean +=\s*(\S+), StdDeviation +=\s*([^\]\s]+)\]/.exec(text);
  const total = /#\[Max +=\s*(\S+), Total count +=\s*(\d+)\]/.exec(text);
  if (moments === null || total === null) return null;
  const [mean, stdev, max, n] = [...moments.slice(1), ...total.slice(1)].map((figure) => parseNumber(figure!));
  return mean == null || stdev == null || max == null || n == null ? null : { mean, stdev, max, n };
}

const usual = [50, 75, 90, 95, 99, 99.9, 99.99];

/**
 * Percentiles in seconds from the table's lines. Where none stands at a percentile, the next one is its upper bound;
 * those finer than one value of all are left out.
 */
export function spectrumStats(rows: readonly SpectrumRow[], perSecond: number): Record<string, number> {
  const n = rows.at(-1)?.count ?? 0;
  const stats: Record<string, number> = {};
  for (const percent of usual) {
    const row = rows.find(({ percentile }) => percentile * 100 >= percent - 1e-9);
    if (row !== undefined && (percent <= 99 || n * (100 - percent) >= 100))
      stats[`p${percent}`] = row.value / perSecond;
  }
  const last = rows.at(-1);
  return last === undefined ? stats : { ...stats, max: last.value / perSecond };
}
