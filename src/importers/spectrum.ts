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
