import { meanInterval } from "../../benchmark/interval.ts";
import type { Figures, PointFlag } from "../reading.ts";
import { summarize } from "../samples.ts";
import { centreOf, isQuantile } from "./centre.ts";
import { mergeHistograms, percentileOfHistogram } from "./histogram.ts";
import type { Cell, Notes } from "./input.ts";

/** From so many runs up an interval around the mean says more than the extremes. */
export const runsForInterval = 5;

/** A point after merging: one set of figures a metric. */
export interface MergedCell {
  readonly series: string;
  readonly x: number | string;
  readonly metrics: Readonly<Record<string, Figures>>;
  readonly flags: readonly PointFlag[];
}

/**
 * Makes one of the repeated runs of each point. They are never summed: mean and median, the extremes, the sample standard
 * deviation between runs, from five runs up a 95 % interval by t; the single values are kept. A metric that has
 * repeated runs anywhere is told so everywhere, so that its columns mean one thing.
 */
export function mergeRuns(cells: readonly Cell[], notes: Notes): MergedCell[] {
  const repeated = new Set<string>();
  for (const { runs } of cells) {
    const names = runs.flatMap((run) => Object.keys(run.metrics));
    for (const name of names) if (names.filter((one) => one === name).length > 1) repeated.add(name);
    for (const run of runs)
      for (const [name, one] of Object.entries(run.metrics)) if (listsRuns(one)) repeated.add(name);
  }
  return cells.map(({ series, x, runs }) => {
    const names = [...new Set(runs.flatMap((run) => Object.keys(run.metrics)))];
    const metrics = Object.fromEntries(
      names.map((name) => {
        const figures = runs.flatMap((run) => run.metrics[name] ?? []);
        return [name, repeated.has(name) ? overRuns(name, figures, notes) : figures[0]!];
      }),
    );
    return { series, x, metrics, flags: mergeFlags(runs.map((run) => run.flags)) };
  });
}

/** What one metric of several runs says together. */
function overRuns(name: string, figures: readonly Figures[], notes: Notes): Figures {
  const [only] = figures;
  if (figures.length === 1 && listsRuns(only!)) return withInterval(only!);
  const values = figures.flatMap(valuesOf);
  const { mean, median, min, max, stdev } = summarize(values.filter((value) => value !== null));
  const n = values.filter((value) => value !== null).length;
  const described = figures[0]!.metric === undefined ? {} : { metric: figures[0]!.metric };
  const runs = { ...described, n, nOf: "runs" as const, stdevKind: "sample" as const, runs: values };
  const ci = intervalOf(mean, stdev, n);
  const quantiles = [...new Set(figures.flatMap((one) => Object.keys(one.stats).filter(isQuantile)))];
  const histograms = figures.flatMap((one) => one.histogram ?? []);
  if (histograms.length < figures.length) {
    sayLeftOut(name, quantiles, figures, notes);
    return { ...runs, ...ci, stats: { mean, median, min, max, stdev } };
  }
  const histogram = mergeHistograms(histograms);
  const pooled = quantiles.flatMap((stat) => {
    const percent = stat === "median" ? 50 : Number(stat.slice(1));
    return Number.isNaN(percent) ? [] : [[stat, percentileOfHistogram(histogram, percent)] as const];
  });
  const extremes = { min: extreme(figures, "min"), max: extreme(figures, "max") };
  return { ...runs, ...ci, histogram, stats: { mean, stdev, ...extremes, ...Object.fromEntries(pooled) } };
}

/** Figures that are over runs already, those of a dataset that is added to among them. */
function withInterval(figures: Figures): Figures {
  const values = figures.runs!.filter((value) => value !== null);
  const { mean, median, min, max, stdev } = summarize(values);
  const stats = figures.histogram === undefined ? { mean, median, min, max, stdev } : { mean, stdev };
  return {
    ...intervalOf(mean, stdev, values.length),
    n: values.length,
    stdevKind: "sample",
    ...figures,
    stats: { ...stats, ...figures.stats },
  };
}

function intervalOf(mean: number | null, stdev: number | null, n: number): Pick<Figures, "ci"> {
  const interval = n < runsForInterval || mean === null || stdev === null ? null : meanInterval({ mean, stdev, n });
  return interval === null ? {} : { ci: { ...interval, level: 0.95, method: "t" } };
}

function listsRuns(figures: Figures): boolean {
  return figures.nOf === "runs" && figures.runs !== undefined && figures.runs.length > 0;
}

/** The single values of a run: those that the file lists, where they are runs themselves, else its one figure. */
function valuesOf(figures: Figures): readonly (number | null)[] {
  if (listsRuns(figures)) return figures.runs!;
  const centre = centreOf(figures);
  return [centre ?? figures.stats["max"] ?? null];
}

export function extreme(figures: readonly Figures[], end: "min" | "max"): number | null {
  const all = figures.map((one) => one.stats[end] ?? null);
  return all.some((value) => value === null) ? null : Math[end](...(all as number[]));
}

function sayLeftOut(name: string, quantiles: readonly string[], figures: readonly Figures[], notes: Notes): void {
  const lost = quantiles.filter((stat) => stat !== "median");
  if (lost.length === 0 || figures.length < 2) return;
  notes.assume(
    `Percentiles of ${name} (${lost.join(", ")}) are left out: of several runs they can be had only from histograms or single samples, never as an average.`,
  );
}

/** A flag of some runs, said once, with how many have it; notes that count already are counted on. */
export function mergeFlags(all: readonly (readonly PointFlag[])[], noun = "runs"): PointFlag[] {
  if (all.length === 1) return [...all[0]!];
  const counted = all.map((flags) => flags.map((flag) => ({ flag, ...countOf(flag.note) })));
  const total = counted.reduce((sum, flags) => sum + Math.max(1, ...flags.map((one) => one.of)), 0);
  const found = new Map<string, { flag: PointFlag; count: number }>();
  for (const { flag, note, count } of counted.flat()) {
    const key = [flag.flag, flag.metric, flag.stat].join(" ");
    const before = found.get(key);
    found.set(key, { flag: before?.flag ?? { ...flag, note }, count: (before?.count ?? 0) + count });
  }
  return [...found.values()].map(({ flag, count }) => ({
    ...flag,
    note: `${flag.note} (in ${count} of ${total} ${noun})`,
  }));
}

function countOf(note: string): { note: string; count: number; of: number } {
  const counted = / \(in (\d+) of (\d+) \w+\)$/.exec(note);
  if (counted === null) return { note, count: 1, of: 1 };
  return { note: note.slice(0, counted.index), count: Number(counted[1]), of: Number(counted[2]) };
}
