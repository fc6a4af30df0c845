import type { Dataset, Metric, Series, Statistics } from "../dataset.ts";
import type { Summary } from "../interval.ts";
import { mean, sampleStdev } from "../statistics.ts";
import { isSound } from "./sound.ts";

/** What may be counted as independent repetitions. Requests of one run may not: they share its machine, caches and luck. */
const repetitions: ReadonlySet<string> = new Set(["runs", "forks", "processes", "machines", "invocations"]);

/** Mean, standard deviation and number of the repetitions of one point; null where they are not known. */
export function summaryAt(statistics: Statistics, index: number): Summary | null {
  // Sorted, so that not even a rounding depends on the order of the runs.
  const kept = statistics.runs?.[index]?.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (kept && kept.length > 0) return { mean: mean(kept)!, stdev: sampleStdev(kept) ?? 0, n: kept.length };
  if (statistics.nOf === null || !repetitions.has(statistics.nOf)) return null;
  if (statistics.stdevKind !== null && statistics.stdevKind !== "sample") return null;
  const centre = statistics.columns.get("mean")?.[index];
  const n = statistics.columns.get("n")?.[index];
  const stdev = statistics.columns.get("stdev")?.[index] ?? (n === 1 ? 0 : null);
  return centre == null || n == null || n < 1 || stdev == null ? null : { mean: centre, stdev, n };
}

/** The figure of a point where only one is asked for: the mean, else the only value, else the median. */
export function figureAt({ columns }: Statistics, index: number): number | null {
  const column = columns.get("mean") ?? columns.get("value") ?? columns.get("median");
  return column?.[index] ?? null;
}

/** Two series of one metric at an x that both have, with sound figures. */
export interface Meeting {
  readonly x: number;
  readonly a: Summary;
  readonly b: Summary;
}

/** Where two series have repetitions of a metric at the same x, in ascending order. */
export function meetings(a: Series, b: Series, metric: Metric): Meeting[] {
  const statisticsA = a.values.get(metric.id);
  const statisticsB = b.values.get(metric.id);
  if (!statisticsA || !statisticsB) return [];
  const placeInB = new Map(b.x.map((x, index) => [x, index]));
  return a.x.flatMap((x, index) => {
    const other = placeInB.get(x);
    if (!isSound(a, metric, x) || !isSound(b, metric, x)) return [];
    const left = summaryAt(statisticsA, index);
    const right = other === undefined ? null : summaryAt(statisticsB, other);
    // Without any variation the tool's resolution was measured, not the difference.
    return left && right && left.stdev + right.stdev > 0 ? { x, a: left, b: right } : [];
  });
}

/** All pairs of series that have a metric, each once, in the order of the dataset. */
export function pairsWith(dataset: Dataset, metric: string): [Series, Series][] {
  const having = dataset.series.filter(({ values }) => values.has(metric));
  return having.flatMap((a, index) => having.slice(index + 1).map((b): [Series, Series] => [a, b]));
}
