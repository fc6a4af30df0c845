import type { Histogram } from "../benchmark/dataset.ts";
import { jmhUnit } from "./jmh-unit.ts";
import { known } from "./known.ts";
import { numericParameters, type Parameters } from "./parameters.ts";
import type { Figures, Point, PointFlag } from "./reading.ts";
import { summarize } from "./samples.ts";

/** A score as JMH gives it, in the unit beside it. */
export interface JmhMetric {
  readonly score: number | null;
  readonly unit: string;
  /** Half of a 99.9 % interval of the mean, by Student's t. */
  readonly error: number | null;
  /** How many iterations, or in mode `sample` how many calls. */
  readonly n: number | null;
  /** p50, p99 …, min and max. */
  readonly percentiles: Readonly<Record<string, number | null>>;
  /** Of each iteration of each fork. */
  readonly raw: readonly number[];
  /** In mode `sample`: times and how often each was seen. */
  readonly histogram: readonly (readonly [number, number])[];
}

export interface JmhResult {
  readonly benchmark: string;
  readonly mode: string;
  readonly parameters: Parameters;
  readonly threads: number | null;
  readonly forks: number | null;
  /** What it ran on, where a file has several. */
  readonly runtime: string | null;
  readonly primary: JmhMetric;
  readonly secondary: ReadonlyMap<string, JmhMetric>;
  readonly flags: readonly PointFlag[];
}

/** A point of a result; `name` is what its benchmark is called. */
export function jmhPoint(result: JmhResult, name: string): Point {
  const { benchmark, mode, parameters, threads, forks, runtime, primary, secondary } = result;
  const unit = jmhUnit(primary.unit);
  const set = { ...parameters, ...known({ threads: threads?.toString(), runtime }), mode };
  return {
    series: name,
    labels: { benchmark, ...set, ...known({ variant: runtime }) },
    parameters: set,
    x: numericParameters({ ...parameters, ...known({ threads: threads?.toString() }) }),
    metrics: known<Figures>({
      ...(unit === null ? {} : { [unit.metric]: figuresOf(primary, unit.toBase, mode === "sample") }),
      ...Object.fromEntries([...secondary].map(([own, metric]) => secondaryOf(own, metric))),
    }),
    counts: known({ forks, threads }),
    duration: null,
    flags: result.flags,
  };
}

function figuresOf(metric: JmhMetric, toBase: (score: number) => number, sampled: boolean): Figures {
  const base = (figure: number | null | undefined) => (figure == null ? null : toBase(figure));
  const { score, error, n, raw } = metric;
  const runs = raw.map(toBase);
  // Percentiles of a few iterations are the largest of them.
  const kept = Object.entries(metric.percentiles).filter(([name]) => sampled || /^(?:min|max|p50)$/.test(name));
  const { p50: median = null, ...stats } = Object.fromEntries(kept.map(([name, figure]) => [name, base(figure)]));
  const low = base(score === null || error === null ? null : score - error);
  const high = base(score === null || error === null ? null : score + error);
  return {
    stats: {
      mean: base(score),
      ...known({ [sampled ? "p50" : "median"]: median, stdev: summarize(runs).stdev, ...stats }),
    },
    ...(n === null ? {} : { n, nOf: sampled ? "samples" : "iterations" }),
    ...(runs.length > 1 ? { stdevKind: "sample" } : {}),
    ...(low === null || high === null ? {} : { ci: { low, high, level: 0.999, method: "t" } }),
    ...(runs.length === 0 || sampled ? {} : { runs }),
    ...(metric.histogram.length === 0 ? {} : { histogram: histogramOf(metric.histogram, toBase) }),
    ...(sampled ? { percentiles: "interpolated" } : {}),
  };
}

function histogramOf(pairs: JmhMetric["histogram"], toBase: (score: number) => number): Histogram {
  const counts = new Map<number, number>();
  for (const [value, count] of pairs) counts.set(value, (counts.get(value) ?? 0) + count);
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  return { values: sorted.map(([value]) => toBase(value)), counts: sorted.map(([, count]) => count) };
}

/** What profilers and the methods of a group add: bytes allocated per operation, and scores of their own. */
function secondaryOf(name: string, metric: JmhMetric): readonly [string, Figures | null] {
  if (name === "gc.alloc.rate.norm") return ["allocated", figuresOf(metric, (score) => score, false)];
  const unit = jmhUnit(metric.unit);
  if (unit === null) return [name, null];
  const better = unit.metric === "ops_rate" ? "higher" : "lower";
  const described = {
    label: name,
    unit: unit.unit,
    display: unit.unit === "s" ? "" : "ops/s",
    better,
    denominator: null,
  } as const;
  return [name, { ...figuresOf(metric, unit.toBase, false), metric: described }];
}
