import type { Path } from "../../source/located.ts";
import type { Metric, Series } from "../dataset.ts";
import type { LintArticle, LintChart, LintDataset } from "./article.ts";
import { isWritten, type Spot } from "./spot.ts";

/** A place under `bench` of the front matter, or the nearest that there is. */
export function declared({ head }: LintArticle, ...path: Path): Spot {
  return { located: head, path: ["bench", ...path] };
}

/** Where a part of the method stands: in the front matter, else in the dataset, else where it should stand. */
export function spoken(article: LintArticle, { located }: LintDataset, ...path: Path): Spot {
  const there = inDataset(path);
  const recorded = !isWritten(article.head.value, ["bench", ...path]) && isWritten(located.value, there);
  return recorded ? { located, path: there } : declared(article, ...path);
}

/** Whether somebody says something about a part of the method, and be it `null`: that it is not known. */
export function isStated({ head }: LintArticle, { located }: LintDataset, ...path: Path): boolean {
  return isWritten(head.value, ["bench", ...path]) || isWritten(located.value, inDataset(path));
}

/** The name of a part of the method in a dataset's file. */
function inDataset(path: Path): Path {
  const [first, ...rest] = path;
  if (first === "env") return ["environment", ...rest];
  return first === "measured_at" ? ["environment", "measured_at"] : path;
}

const underLoad: ReadonlySet<string> = new Set([
  "latency",
  "throughput",
  "reply_rate",
  "request_rate",
  "connection_rate",
  "connection_time",
  "error_ratio",
]);

/** Whether something was put under load by a generator; what has no load has no rules about it. */
export function isLoadTest({ dataset }: Pick<LintDataset, "dataset">): boolean {
  return (
    /^(demanded_.*|concurrency)$/.test(dataset.x.name) ||
    [...dataset.metrics.keys()].some((id) => underLoad.has(id)) ||
    Object.hasOwn(dataset.load, "model")
  );
}

/** The metric of a chart. */
export function metricOf({ chart, dataset }: LintChart): Metric {
  return dataset.dataset.metrics.get(chart.metric.id)!;
}

/** The series of a chart, with all that is known of them. */
export function seriesOf({ chart, dataset }: LintChart): Series[] {
  return chart.series.flatMap(({ id }) => dataset.dataset.series.find((one) => one.id === id) ?? []);
}

/** The charts of a dataset in an article. */
export function chartsOf({ charts }: LintArticle, dataset: LintDataset): LintChart[] {
  return charts.filter((chart) => chart.dataset === dataset);
}

/** The series that an article shows of a dataset. */
export function shownSeries(article: LintArticle, dataset: LintDataset): Series[] {
  const ids = new Set(chartsOf(article, dataset).flatMap(({ chart }) => chart.series.map(({ id }) => id)));
  return dataset.dataset.series.filter(({ id }) => ids.has(id));
}

/** Whether a chart shows how long answers took, and not how much that varies. */
export function showsLatency(chart: LintChart): boolean {
  const { unit, id } = metricOf(chart);
  return (
    unit === "s" &&
    /latency|response|connection_time/.test(id) &&
    chart.chart.metric.stat !== "stdev" &&
    isLoadTest(chart.dataset)
  );
}

/** Whether a chart shows how much was answered. */
export function showsRate(chart: LintChart): boolean {
  return metricOf(chart).unit === "1/s" && chart.chart.metric.stat !== "stdev";
}

/** The metrics that count what failed. */
export const errorMetrics = ["error_ratio", "http_error_ratio", "errors"] as const;
