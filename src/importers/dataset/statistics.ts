import type { Histogram, Statistics } from "../../benchmark/dataset.ts";
import { isStatistic } from "../../benchmark/statistic-names.ts";
import type { Figures } from "../reading.ts";
import { bucketsPerOctave, compactHistogram } from "./histogram.ts";
import type { Notes } from "./input.ts";

/** More single values than this are a distribution: they belong into a histogram. */
const mostRuns = 1000;

/** One metric of one series, a figure a point; a point without the metric is undefined. */
export function toStatistics(name: string, points: readonly (Figures | undefined)[], notes: Notes): Statistics {
  const present = points.filter((one) => one !== undefined);
  const interval = present.find((one) => one.ci !== undefined)?.ci ?? null;
  const rows = points.map((one) => (one === undefined ? {} : rowOf(name, one, interval, notes)));
  const there = [...order.filter((stat) => rows.some((row) => row[stat] !== undefined)), ...percentiles(rows)];
  const filled = there.filter((stat) => rows.some((row) => row[stat] != null));
  // Where all is missing one column stays, for the flags that say why.
  const names = filled.some((stat) => stat !== "n") ? filled : there.slice(0, 1);
  const histograms = points.map((one): Histogram | null => (one?.histogram ? compactHistogram(one.histogram) : null));
  if (points.some((one, i) => (one?.histogram?.values.length ?? 0) > (histograms[i]?.values.length ?? 0)))
    notes.assume(
      `The distribution of ${name} is kept in buckets of at most 1.6 %, ${bucketsPerOctave} to each doubling.`,
    );
  return {
    columns: new Map(names.map((stat) => [stat, rows.map((row) => tidy(row[stat] ?? null))])),
    nOf: common(present.map((one) => (one.n === undefined ? undefined : one.nOf))),
    stdevKind: common(present.map((one) => (one.stats["stdev"] === undefined ? undefined : one.stdevKind))),
    ci: interval === null ? null : { level: interval.level, method: interval.method },
    runs: runsOf(points),
    histograms: histograms.some((one) => one !== null) ? histograms.map(round) : null,
  };
}

type Row = Readonly<Record<string, number | null>>;

const order = ["value", "mean", "median", "stdev", "ci_low", "ci_high", "min", "max", "n"];

function percentiles(rows: readonly Row[]): string[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)).filter((stat) => /^p\d/.test(stat)));
  return [...names].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

const otherwise: Readonly<Record<string, string>> = { p0: "min", p100: "max" };

function rowOf(name: string, figures: Figures, interval: Figures["ci"] | null, notes: Notes): Row {
  const row: Record<string, number | null> = {};
  const lost: string[] = [];
  for (const [stat, value] of Object.entries(figures.stats)) {
    const own = otherwise[stat] ?? stat;
    if (isStatistic(own)) row[own] ??= value;
    else if (stat !== "iqr" || figures.stats["p25"] === undefined) lost.push(stat);
  }
  capPercentiles(row, figures.resolution ?? 0, figures.percentiles === "hdr-histogram" ? bucketWidth : 0);
  const { n, ci } = figures;
  if (lost.includes("stderr") && row["stdev"] == null && n !== undefined && figures.stats["stderr"] != null)
    row["stdev"] = figures.stats["stderr"] * Math.sqrt(n);
  if (lost.length > 0)
    notes.assume(
      `${lost.join(", ")} of ${name} ${lost.length > 1 ? "are" : "is"} left out: a dataset has mean, median, extremes, deviation and percentiles.`,
    );
  if (n !== undefined) row["n"] = n;
  if (ci === undefined || !interval) return row;
  if (ci.level === interval.level && ci.method === interval.method) return { ...row, ci_low: ci.low, ci_high: ci.high };
  notes.assume(`Intervals of ${name} at another level or by another method than the first point's are left out.`);
  return row;
}

/** The share of a value by which tools' buckets of a histogram may be wider than it: fio's are of 64 to a power of two. */
const bucketWidth = 1 / 64;

/** Percentiles that a tool rounds beyond the exact extremes are the extremes: none can lie outside of them. */
function capPercentiles(row: Record<string, number | null>, step: number, share: number): void {
  const { min = null, max = null } = row;
  for (const [stat, value] of Object.entries(row)) {
    if (value === null || !/^(?:p\d|median)/.test(stat)) continue;
    if (max !== null && value > max && value - max <= step + share * max) row[stat] = max;
    if (min !== null && value < min && min - value <= step + share * min) row[stat] = min;
  }
}

function runsOf(points: readonly (Figures | undefined)[]): Statistics["runs"] {
  const kept = points.map((one) => {
    const runs = one?.runs;
    return runs !== undefined && runs.length > 0 && runs.length <= mostRuns ? runs.map(tidy) : null;
  });
  return kept.some((one) => one !== null) ? kept : null;
}

function round(histogram: Histogram | null): Histogram | null {
  return histogram && { values: histogram.values.map((value) => tidy(value)!), counts: histogram.counts };
}

/** Twelve digits are more than any tool prints, and hide the dust of floating point. */
export function tidy(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(12));
}

function common(values: readonly (string | undefined)[]): string | null {
  const there = new Set(values.filter((value) => value !== undefined));
  return there.size === 1 ? [...there][0]! : null;
}
