import { at, type Json, listAt, numberAt } from "./json.ts";
import type { Figures } from "./reading.ts";
import { sampleHistogram } from "./sample-histogram.ts";

const names: readonly (readonly [string, readonly string[]])[] = [
  ["mean", ["mean"]],
  ["stdev", ["sd"]],
  ["min", ["min"]],
  ["max", ["max"]],
  ["p50", ["p50", "median"]],
  ["p75", ["p75"]],
  ["p99", ["p99"]],
  ["p99.5", ["p995"]],
  ["p99.9", ["p999"]],
];

/**
 * A block of statistics as tinybench and vitest write them, divided by `perUnit` into base units: mean, sample deviation,
 * percentiles, margin of error at 95 %. Null where it has no mean.
 */
export function tinybenchFigures(json: Json | undefined, perUnit: number): Figures | null {
  const scaled = (name: string) => {
    const figure = numberAt(json, name);
    return figure === null ? null : figure / perUnit;
  };
  const mean = numberAt(json, "mean");
  if (mean === null) return null;
  const stats = names.flatMap(([stat, spellings]) => {
    const figure = spellings.map(scaled).find((one) => one !== null);
    return figure === undefined ? [] : [[stat, figure] as const];
  });
  const samples = listAt(json, "samples").filter((one) => typeof one === "number");
  const n = numberAt(json, "samplesCount") ?? numberAt(json, "sampleCount") ?? (samples.length || null);
  const margin = numberAt(json, "moe");
  return {
    stats: Object.fromEntries(stats),
    ...(n === null ? {} : { n, nOf: "samples" }),
    stdevKind: "sample",
    ...(margin === null
      ? {}
      : { ci: { low: (mean - margin) / perUnit, high: (mean + margin) / perUnit, level: 0.95, method: "t" } }),
    ...(samples.length === 0 ? {} : { histogram: sampleHistogram(samples.map((one) => one / perUnit)) }),
    percentiles: "interpolated",
  };
}

/** Operations per second: of the file's own statistics of rates, else as 1 / mean time, which is a lower figure. */
export function tinybenchRate(json: Json | undefined): Figures | null {
  const hz = numberAt(json, "hz");
  const own = tinybenchFigures(at(json, "throughput"), 1);
  return own ?? (hz === null ? null : { stats: { value: hz } });
}
