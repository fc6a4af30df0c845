import type { Dataset, Metric, Series, Statistics } from "../dataset.ts";
import { studentQuantile } from "../student.ts";
import { figureAt, summaryAt } from "./replicates.ts";
import { isSound } from "./sound.ts";

/** A server at one demanded rate. */
export interface SweepPoint {
  readonly index: number;
  /** Demanded, 1/s. */
  readonly rate: number;
  /** Good replies, 1/s. */
  readonly delivered: number;
  /** Delivered / demanded. */
  readonly ratio: number;
  /** 95 % upper bound of the ratio; null where nothing is known about its noise. */
  readonly upper: number | null;
  /** Errors as a share; null where they were not measured. */
  readonly errors: number | null;
}

/** A series over demanded rates, where each rate was really demanded. */
export interface Sweep {
  readonly series: Series;
  /** The metric that was taken for what was delivered. */
  readonly metric: string;
  readonly statistics: Statistics;
  readonly points: readonly SweepPoint[];
}

/**
 * The series of a sweep over demanded rates. Empty unless x is the demanded rate and nothing says that the load was
 * closed: a generator that waits for answers does not demand a rate. Partly open loads do (Schroeder, Wierman,
 * Harchol-Balter, "Open versus closed: a cautionary tale", 2006): their connections arrive whatever became of earlier ones.
 */
export function sweepsOf(dataset: Dataset): readonly Sweep[] {
  const sweeps = known.get(dataset) ?? readSweeps(dataset);
  known.set(dataset, sweeps);
  return sweeps;
}

/** Half of all insights begin with them. */
const known = new WeakMap<Dataset, readonly Sweep[]>();

function readSweeps(dataset: Dataset): Sweep[] {
  const { x, load } = dataset;
  if (x.name !== "demanded_request_rate" || x.unit !== "1/s") return [];
  if (load["model"] !== undefined && load["model"] !== "open" && load["model"] !== "partly-open") return [];
  const metric = dataset.metrics.get("throughput") ?? dataset.metrics.get("reply_rate");
  if (metric?.unit !== "1/s") return [];
  return dataset.series.flatMap((series) => {
    const statistics = series.values.get(metric.id);
    if (!statistics) return [];
    const points = series.x.flatMap((_, index) => pointAt(dataset, metric, series, index) ?? []);
    return points.length === 0 ? [] : { series, metric: metric.id, statistics, points };
  });
}

function pointAt(dataset: Dataset, metric: Metric, series: Series, index: number): SweepPoint | null {
  const rate = series.x[index]!;
  const statistics = series.values.get(metric.id)!;
  const delivered = figureAt(statistics, index);
  if (delivered === null || rate <= 0 || !isSound(series, metric, rate)) return null;
  const ratio = delivered / rate;
  const errorRatio = series.values.get("error_ratio");
  const errors = errorRatio ? figureAt(errorRatio, index) : null;
  return { index, rate, delivered, ratio, upper: upperBound(dataset, statistics, index, rate, ratio), errors };
}

/** Over runs by Student's t; for one run of known length from the noise of arrivals. One-sided, 95 %. */
function upperBound(
  { load }: Dataset,
  statistics: Statistics,
  index: number,
  rate: number,
  ratio: number,
): number | null {
  const runs = summaryAt(statistics, index);
  if (runs && runs.n >= 2) {
    return (runs.mean + (studentQuantile(0.95, runs.n - 1) * runs.stdev) / Math.sqrt(runs.n)) / rate;
  }
  const duration = load["duration_s"];
  if (!runs || typeof duration !== "number" || duration <= 0) return null;
  const requests = rate * duration;
  if (load["arrival"] === "constant") return ratio + 1 / requests;
  // With Poisson arrivals a short or slow run cannot show a small loss at all.
  if (load["arrival"] !== "poisson" || 1 - sustainedShare <= 3 / Math.sqrt(requests)) return null;
  return ratio + (1.645 * Math.sqrt(ratio)) / Math.sqrt(requests);
}

/** A rate counts as sustained when this share of it is delivered … */
export const sustainedShare = 0.98;

/** … and no more than this share fails. */
export const toleratedErrors = 0.001;
