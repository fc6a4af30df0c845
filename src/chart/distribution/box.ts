import type { Column, Series, Statistics } from "../../benchmark/dataset.ts";
import { quantile } from "../../benchmark/statistics.ts";
import type { FormChart } from "../decide/decide-with.ts";
import { plainChart } from "../decide/plain-chart.ts";
import { runsOf } from "../decide/points.ts";
import { warning } from "../decide/problem.ts";
import { type Sample, quantileOf, sampleAt } from "./sample.ts";

/** Median, quartiles and the ends of the whiskers, in base units. */
interface Box {
  readonly low: number;
  readonly q1: number;
  readonly middle: number;
  readonly q3: number;
  readonly high: number;
}

/**
 * The quartiles of a metric at each place, as boxes around the median. Of single runs the whiskers end at the furthest within 1.5
 * times the height of the box, and those beyond are drawn singly (Tukey, "Exploratory Data Analysis", 1977). Of histograms
 * they end at the 5th and the 95th percentile: outliers of thousands of requests are no outliers.
 */
export const boxChart: FormChart = (dataset, id, spec, picked, context, problems) => {
  const { metric } = picked;
  const all = picked.series.flatMap(({ values }) => values.get(metric.id) ?? []);
  const single = all.some((one) => runsOf(one) !== null);
  const boxOf = single ? boxOfRuns : boxOfHistogram;
  const boxes = all.map((one) =>
    one.columns
      .values()
      .next()
      .value!.map((_, index) => boxOf(one, index)),
  );
  if (!boxes.flat().some((box) => box !== null)) {
    const fact = `${metric.id} has no single runs and no histogram; dots are drawn`;
    problems.push(warning("no-runs", ["mark"], fact, 'Keep them as "runs" or "histograms", or leave the mark out.'));
    return plainChart(dataset, id, spec, { ...picked, form: "dot" }, context, problems);
  }
  const series = picked.series.map((one, i): Series => {
    const statistics = withBoxes(all[i]!, boxes[i]!);
    return { ...one, values: new Map([...one.values, [metric.id, statistics]]) };
  });
  const label = single ? "furthest run within 1.5 times the box, with single runs beyond" : "5th to 95th percentile";
  const form = { metric, stat: "median", series, form: "box", whiskers: { columns: ENDS, label } } as const;
  return plainChart({ ...dataset, series }, id, { ...spec, spread: "quartiles" }, form, context, problems);
};

/** Names that no statistic has. */
const ENDS = ["whisker_low", "whisker_high"] as const;

function withBoxes(statistics: Statistics, boxes: readonly (Box | null)[]): Statistics {
  const column = (part: keyof Box): Column => boxes.map((box) => box && box[part]);
  const columns = new Map<string, Column>([
    ["median", column("middle")],
    ["p25", column("q1")],
    ["p75", column("q3")],
    [ENDS[0], column("low")],
    [ENDS[1], column("high")],
  ]);
  const n = statistics.columns.get("n");
  return { ...statistics, columns: n === undefined ? columns : columns.set("n", n) };
}

function boxOfRuns(statistics: Statistics, index: number): Box | null {
  const runs = runsOf(statistics)?.[index] ?? null;
  if (runs === null) return null;
  const [q1, middle, q3] = [0.25, 0.5, 0.75].map((share) => quantile(runs, share)!) as [number, number, number];
  const reach = 1.5 * (q3 - q1);
  const within = runs.filter((value) => value >= q1 - reach && value <= q3 + reach);
  // By interpolation a quartile may lie beyond the last run that is within.
  return { low: Math.min(q1, ...within), q1, middle, q3, high: Math.max(q3, ...within) };
}

function boxOfHistogram(statistics: Statistics, index: number): Box | null {
  const sample: Sample | null = sampleAt(statistics, index);
  if (sample === null) return null;
  const [low, q1, middle, q3, high] = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => quantileOf(sample, share));
  return { low: low!, q1: q1!, middle: middle!, q3: q3!, high: high! };
}
