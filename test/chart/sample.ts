import { parseDataset } from "../../src/benchmark/parse.ts";
import type { Dataset } from "../../src/benchmark/dataset.ts";
import type { Chart } from "../../src/chart/chart.ts";
import type { ChartSpec } from "../../src/chart/spec.ts";
import { toChart } from "../../src/chart/to-chart.ts";

export type Values = readonly (number | null)[];

export interface SampleSeries {
  readonly id: string;
  readonly label?: string;
  readonly x: readonly (number | string)[];
  readonly values: Readonly<
    Record<string, Readonly<Record<string, Values | readonly object[] | readonly Values[] | string>>>
  >;
  readonly flags?: readonly unknown[];
}

const METRICS = {
  reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
  latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
  error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower" },
};

/** A dataset over demanded rates, or over names where `names` are given, with the metrics that its series use. */
export function sample(
  series: readonly SampleSeries[],
  options: { names?: readonly string[]; load?: object } = {},
): Dataset {
  const used = new Set(series.flatMap(({ values }) => Object.keys(values)));
  const metrics = Object.fromEntries(Object.entries(METRICS).filter(([id]) => used.has(id)));
  const rates = { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" };
  const x = options.names ? { name: "task", label: "Task", values: options.names } : rates;
  const labelled = series.map((one) => ({ label: one.id, ...one }));
  const document = { schema: "benchpost/1", title: "Sample", x, metrics, series: labelled, load: options.load ?? {} };
  return parseDataset({ file: "sample.json", text: JSON.stringify(document) }, "sample").dataset;
}

/** The chart that a description makes of a dataset; fails where it makes none. */
export function chartOf(dataset: Dataset, spec: ChartSpec, low = false): Chart {
  const { chart, problems } = toChart(dataset, "chart-1", spec, { styles: new Map(), low });
  if (chart === null) throw new Error(problems.map(({ fact }) => fact).join("; "));
  return chart;
}

/** Whole numbers from 0 on. */
export function count(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** The same sequence of numbers between 0 and 1 on every run. */
export function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Four servers of different strength under rising load: noisy, crossing, one far below the others. */
export function servers(points = 100): Dataset {
  const strengths = [320, 780, 450, 1750];
  const series = strengths.map((strength, k): SampleSeries => {
    const random = noise(k + 1);
    const x = count(points).map((i) => Math.round(((i + 1) * 2000) / points));
    const mean = x.map((rate) => (rate < strength ? rate + random() : strength * (1 - random() * 0.25)));
    const stdev = mean.map((value, i) => (x[i]! < strength ? 0.4 : value * 0.1 * random()));
    const latency = x.map((rate) => (rate < strength ? 0.002 + 0.002 * random() : 0.5 + 2.5 * random()));
    const errors = x.map((rate) => (rate < strength ? 0 : random() * 0.3));
    return {
      id: `server-${k + 1}`,
      label: `Server ${k + 1}`,
      x,
      values: {
        reply_rate: { mean, stdev, n: x.map(() => 3) },
        latency: { mean: latency },
        error_ratio: { value: errors },
      },
    };
  });
  return sample(series, { load: { model: "open" } });
}

/** Runtimes at tasks whose names are of very different length. */
export function tasks(names: readonly string[]): Dataset {
  const series = ["Node.js 22", "CPython 3.13", "Go 1.23"].map((label, k): SampleSeries => {
    const mean = names.map((_, i) => (k + 1) * (i + 1) * 0.0012);
    const values = { latency: { mean, stdev: mean.map((value) => value / 8), n: names.map(() => 12) } };
    return { id: `runtime-${k + 1}`, label, x: [...names], values };
  });
  return sample(series, { names });
}

/** Synthetic: runtimes at tasks with the single runs behind each mean, one of them far out. */
export function repeated(names: readonly string[], length = 12): Dataset {
  const series = ["Node.js 22", "CPython 3.13"].map((label, k): SampleSeries => {
    const random = noise(k + 5);
    const runs = names.map((_, i) =>
      count(length).map(
        (run) => (k + 1) * (i + 1.5) * 0.001 * (1 + 0.25 * random() + (run === 7 && i === 1 ? 0.8 : 0)),
      ),
    );
    const mean = runs.map((values) => values.reduce((sum, value) => sum + value, 0) / length);
    const deviation = runs.map((values, i) =>
      Math.sqrt(values.reduce((sum, value) => sum + (value - mean[i]!) ** 2, 0) / (length - 1)),
    );
    const latency = { mean, stdev: deviation, n: names.map(() => length), n_of: "runs", runs };
    return { id: `runtime-${k + 1}`, label, x: [...names], values: { latency } };
  });
  return sample(series, { names });
}

/** Two servers at two loads with the histograms of their response times: one steady, one with a tail. */
export function tails(): Dataset {
  const histogram = (middle: number, tail: number): object => {
    const values = count(200).map((i) => middle * 1.02 ** (i - 60));
    const counts = values.map((value) => Math.round(20_000 * Math.exp(-((Math.log(value / middle) / tail) ** 2))));
    return { values, counts };
  };
  const series = (id: string, middle: number, tail: number): SampleSeries => ({
    id,
    label: `${id} tail`,
    x: [100, 200],
    values: {
      latency: { p50: [middle, middle * 2], histograms: [histogram(middle, tail), histogram(middle * 2, tail)] },
    },
  });
  return sample([series("narrow", 0.004, 0.2), series("wide", 0.003, 0.7)]);
}
