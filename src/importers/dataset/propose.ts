import type { Dataset, Statistics } from "../../benchmark/dataset.ts";
import { neededFor } from "../../benchmark/lint/rules/percentiles.ts";
import { chooseMark } from "../../benchmark/mark-choice.ts";
import { runsForInterval } from "./runs.ts";
import type { Figured } from "./assemble.ts";
import { scalesOf } from "./propose-scales.ts";

/** What readers ask first; of each line the first that the data has is drawn. */
const questions: readonly (readonly string[])[] = [
  ["throughput", "reply_rate", "ops_rate", "request_rate"],
  ["latency"],
  ["time_per_op"],
  ["error_ratio", "http_error_ratio"],
  ["allocated"],
  ["memory"],
];

/**
 * Chart descriptions to begin with, one a metric that matters: id → description. The mark is left to the data, as in a description
 * by hand, but for percentiles: those have no statistic.
 */
export function proposeCharts(name: string, figured: Figured): Map<string, unknown> {
  const { x, metrics, series } = figured;
  const there = (metric: string) => series.some(({ values }) => hasFigures(values.get(metric)));
  const asked = questions.flatMap((line) => line.find(there) ?? []);
  const chosen = asked.length > 0 ? asked : [...metrics.keys()].filter(there).slice(0, 3);
  const charts = new Map<string, unknown>();
  for (const metric of chosen) {
    const demanded = x.name === "demanded_request_rate" && metrics.get(metric)!.unit === "1/s";
    const mark = chooseMark(figured, metric);
    const figures =
      mark === "percentiles" ? { mark } : ((metric === "latency" ? tailOf(series) : null) ?? spreadOf(metric, series));
    charts.set(`${name}-${metric.replaceAll("_", "-")}`.slice(0, 80), {
      metric,
      ...figures,
      ...scalesOf(metric, figured),
      ...(demanded ? { reference: "demanded" } : {}),
    });
  }
  return charts;
}

/**
 * The highest percentile of response times that all points have, and requests enough to bound: a mean hides the slow ones.
 * Null where there is none.
 */
function tailOf(series: Figured["series"]): Record<string, string> | null {
  const all = series.flatMap(({ values }) => values.get("latency") ?? []);
  const bounded = ({ columns, nOf }: Statistics, percent: number) => {
    const counts = nOf === "requests" || nOf === "samples" ? (columns.get("n") ?? []) : [];
    return counts.every((n) => n === null || n >= neededFor(percent));
  };
  const stat = [99, 95, 90].find((percent) =>
    all.every((one) => one.columns.get(`p${percent}`)?.every((value) => value !== null) && bounded(one, percent)),
  );
  return stat === undefined ? null : { stat: `p${stat}` };
}

function hasFigures(statistics: Statistics | undefined): boolean {
  return (
    statistics !== undefined &&
    [...statistics.columns].some(([stat, column]) => stat !== "n" && column.some((value) => value !== null))
  );
}

/**
 * Few runs: the median between the extremes; enough of them: the mean with its interval, unless that reaches below 0,
 * where no figure can lie: a mean of such runs says little.
 */
function spreadOf(metric: string, series: Figured["series"]): Record<string, string> {
  const all = series.flatMap(({ values }) => values.get(metric) ?? []);
  if (!all.some((one) => one.nOf === "runs" && one.runs !== null)) return {};
  const counts = all.flatMap((one) => one.columns.get("n") ?? []).filter((n) => n !== null);
  if (Math.max(0, ...counts) < 2) return {};
  const lows = all.flatMap((one) => one.columns.get("ci_low") ?? []).filter((low) => low !== null);
  const plausible = all.every((one) => one.columns.has("ci_low")) && lows.every((low) => low >= 0);
  if (Math.min(...counts) >= runsForInterval && plausible) return { stat: "mean", spread: "ci" };
  return all.every((one) => one.columns.has("median"))
    ? { stat: "median", spread: "range" }
    : { stat: "mean", spread: "stdev" };
}

/** The lines to paste into a post, one a chart. */
export function chartLines(charts: Dataset["charts"]): string[] {
  return [...charts.keys()].map((id) => `<div id="${id}" class="flot"></div>`);
}
