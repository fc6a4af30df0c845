import type { Dataset, Metric, Series } from "../dataset.ts";
import { percentileOf } from "../statistic-names.ts";
import { figureAt } from "./replicates.ts";

const requests: ReadonlySet<string> = new Set(["requests", "replies", "samples", "calls"]);

/**
 * From how many requests a percentile can have a 95 % upper bound at all: n ≥ ln 0.05 / ln p, as the largest of n must lie
 * above it with that probability. 29 for p90, 299 for p99, 2 995 for p99.9.
 */
export function leastRequests(stat: string): number {
  const percentage = percentileOf(stat);
  return percentage === null ? Infinity : Math.ceil(Math.log(0.05) / Math.log(percentage / 100));
}

/**
 * A percentile of response times at a point; null unless enough requests carry it and no flag doubts it. A saturated rate is
 * no doubt here: it is what the tail is asked about.
 */
export function percentileAt(
  dataset: Dataset,
  series: Series,
  metric: Pick<Metric, "id">,
  stat: string,
  index: number,
): number | null {
  const value = series.values.get(metric.id)?.columns.get(stat)?.[index] ?? null;
  const x = series.x[index]!;
  const doubted = series.flags.some(
    (flag) =>
      flag.x === x &&
      flag.flag !== "saturated" &&
      (flag.metric === null || flag.metric === metric.id) &&
      (flag.stat === null || flag.stat === stat),
  );
  const n = requestsAt(dataset, series, metric.id, index);
  return doubted || n === null || n < leastRequests(stat) ? null : value;
}

/** How many requests a point's percentiles come from: as counted, or the rate of replies over the length of one run. */
function requestsAt({ load }: Dataset, series: Series, metric: string, index: number): number | null {
  const statistics = series.values.get(metric);
  const n = statistics?.columns.get("n")?.[index];
  if (n != null && statistics!.nOf !== null && requests.has(statistics!.nOf)) return n;
  const rate = series.values.get("throughput") ?? series.values.get("reply_rate");
  const perSecond = rate ? figureAt(rate, index) : null;
  const duration = load["duration_s"];
  return perSecond === null || typeof duration !== "number" ? null : perSecond * duration;
}
