import type { Json } from "../../../src/importers/json.ts";
import type { Point } from "../../../src/importers/reading.ts";
import { goUnit } from "../../../src/importers/go-units.ts";
import { type Key, figure, label, same, stat, statistics, words } from "./key.ts";

const operations = ["time_per_op", "ops_rate", "memory"];
/** Figures stand in the unit of another key: ns/op, ops/ms … Base units per unit, by what they are 10 to the power of. */
const powers = [0, -9, -6, -3, 3, 6, 9];
const centre = (point: Point, stats: readonly string[]) =>
  operations.flatMap((metric) =>
    stats.flatMap((name) => {
      const value = point.metrics[metric]?.stats[name];
      return value === undefined || value === null ? [] : powers.map((power) => value * 10 ** power);
    }),
  );
const interval = (point: Point, end: "low" | "high") =>
  operations.flatMap((metric) => {
    const value = point.metrics[metric]?.ci?.[end];
    return value === undefined ? [] : powers.map((power) => value * 10 ** power);
  });
const both: Key = (expected, point, reading, name) => {
  const [low, high] = expected as [number, number];
  return [
    ...figure((one) => interval(one, "low"))(low, point, reading, `${name} low`),
    ...figure((one) => interval(one, "high"))(high, point, reading, `${name} high`),
  ];
};

/** `{"widgets/op": 42}`: the median of each of Go's units. */
const goUnits: Key = (expected, point, _reading, name) =>
  Object.entries(expected ?? {}).flatMap(([unit, value]) => {
    const { metric, per, times } = goUnit(unit, null);
    const found = point.metrics[metric]?.stats["median"];
    return found != null && same((found * per) / times, Number(value))
      ? []
      : [`${name}.${unit}: ${String(found)}, expected ${String(value)}`];
  });

/** `[low, estimate, high]` of an interval, or statistics by name. */
const nanoseconds: Key = (expected, point, reading, name) => {
  if (!Array.isArray(expected)) return statistics(["time_per_op", "latency"], 1e-9)(expected, point, reading, name);
  const { stats, ci } = point.metrics["time_per_op"] ?? { stats: {} };
  const found = [ci?.low, stats["value"] ?? stats["mean"], ci?.high].map((one) => (one ?? Number.NaN) * 1e9);
  return found.every((value, i) => same(value, Number(expected[i]))) ? [] : [`${name}: ${found.join(", ")}`];
};

/** Keys of the benchmark suites that come with languages. */
export const harnesses: Readonly<Record<string, Key>> = {
  ...Object.fromEntries(["unit", "sampling", "spread"].map((key) => [key, words])),
  time_ns: nanoseconds,
  other_units: goUnits,
  meta: (expected, _point, { environment }, name) =>
    Object.entries(expected ?? {}).flatMap(([key, value]) =>
      key === "pkg" || String(environment[key]) === String(value)
        ? []
        : [`${name}.${key}: ${String(environment[key])}`],
    ),
  version: (expected, _point, { toolVersion, environment }, name) =>
    [toolVersion, environment["pyperf_format"]].includes(expected) ? [] : [`${name}: ${String(toolVersion)}`],
  nonzero_exits: figure((point) => [point.counts["nonzero_exits"]]),
  ops_per_s: figure(({ metrics }) => {
    const mean = metrics["time_per_op"]?.stats["mean"];
    return [
      ...["ops_rate", "throughput"].flatMap((name) => [metrics[name]?.stats["value"], metrics[name]?.stats["mean"]]),
      // pytest-benchmark's is the reciprocal of the mean, and no figure of its own.
      mean == null ? undefined : 1 / mean,
    ];
  }),
  aggregates_in_file: (expected, _point, { points }, name) =>
    Object.entries(expected ?? {}).flatMap(([benchmark, figures]) => {
      const { stats } = points.find((one) => one.fullName === benchmark)?.metrics["time_per_op"] ?? { stats: {} };
      return (["mean", "median", "stddev"] as const).flatMap((kind) => {
        const wanted = (figures as Record<string, number>)[kind];
        const got = stats[kind === "stddev" ? "stdev" : kind] ?? null;
        // A name that has fits alone has no times.
        const holds = wanted === undefined ? got === null : got !== null && same(got * 1e9, wanted);
        return holds ? [] : [`${name}.${benchmark}.${kind}: ${String(got)}, expected ${String(wanted)}`];
      });
    }),
  errors: (expected, _point, { warnings }, name) =>
    (expected as string[]).flatMap((one) =>
      warnings.some(({ fact }) => fact.startsWith(`${one} failed`)) ? [] : [`${name}: no warning for ${one}`],
    ),
  cpu_ns_mean: stat(["cpu_time_per_op"], ["mean"], 1e-9),
  iterations: (expected, point, reading, name) => {
    const whole = Array.isArray(expected) ? (expected as number[]).reduce((sum, one) => sum + one, 0) : expected;
    return figure((one) => [one.counts["iterations"]])(whole, point, reading, name);
  },
  mode: label,
  param: label,
  p50: figure((point) => centre(point, ["median", "p50"])),
  mean: figure((point) => centre(point, ["mean"])),
  median: figure((point) => centre(point, ["median"])),
  stdev: figure((point) => centre(point, ["stdev"])),
  "error_99.9": figure((point) =>
    powers.flatMap((power) =>
      operations.flatMap((metric) => {
        const ci = point.metrics[metric]?.ci;
        return ci === undefined ? [] : [((ci.high - ci.low) / 2) * 10 ** power];
      }),
    ),
  ),
  "ci_99.9": both,
  forks: figure((point) => [point.counts["forks"]]),
  runs: figure((point) => [point.counts["runs"]]),
  runs_with_values: figure((point) => [point.counts["runs_with_values"]]),
  throughput_per_iter: (expected, point, _reading, name) => {
    const [[kind, count] = []] = Object.entries((expected as Record<string, Json>) ?? {});
    if (kind === undefined) return [];
    const { transferred, time_per_op: time } = point.metrics;
    const got = (transferred?.stats["value"] ?? Number.NaN) * (time?.stats["slope"] ?? Number.NaN);
    return same(got, Number(count)) ? [] : [`${name}: ${got} ${kind} an iteration, expected ${String(count)}`];
  },
};
