import type { Metric, Series } from "../../benchmark/dataset.ts";
import { otherNames, percentileOf } from "../../benchmark/statistic-names.ts";

/** What is drawn where the author does not say: the first of these that the data has. */
const CENTRES = ["mean", "median", "value", "p50", "max", "min"];

/** The statistic that is drawn, or null where no series has it. Other names that tools use are understood. */
export function pickStatistic(wanted: string | undefined, metric: Metric, series: readonly Series[]): string | null {
  const there = statisticsOf(metric, series);
  if (wanted !== undefined) {
    const name = otherNames.get(wanted) ?? wanted;
    return there.includes(name) ? name : null;
  }
  return CENTRES.find((name) => there.includes(name)) ?? there[0] ?? null;
}

/** Names of the statistics that any of the series has of a metric, in the order in which they are written. */
export function statisticsOf(metric: Metric, series: readonly Series[]): string[] {
  return [...new Set(series.flatMap((one) => [...(one.values.get(metric.id)?.columns.keys() ?? [])]))];
}

const NAMES: Readonly<Record<string, string>> = {
  value: "",
  mean: "",
  median: "median",
  min: "minimum",
  max: "maximum",
  stdev: "standard deviation",
  ci_low: "lower end of the confidence interval",
  ci_high: "upper end of the confidence interval",
  n: "number of measurements",
};

/** A statistic in words, to stand behind the metric; empty for the mean and plain values, which is what a reader expects. */
export function statisticWords(stat: string): string {
  const percentage = percentileOf(stat);
  return percentage === null ? (NAMES[stat] ?? stat) : `${percentage}${ordinal(percentage)} percentile`;
}

function ordinal(value: number): string {
  if (!Number.isInteger(value)) return "th";
  const tens = value % 100;
  if (tens >= 11 && tens <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}
