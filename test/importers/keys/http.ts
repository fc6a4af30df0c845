import type { Reading } from "../../../src/importers/reading.ts";
import { type Key, figure, label, same, stat, words } from "./key.ts";

/** The first or last line of a distribution or a series in time. */
const ends: Key = (expected, point, reading, name) => {
  const { value_ms, count, t } = expected as { value_ms?: number; count?: number; t?: number };
  const latency = point.metrics["latency"];
  if (t !== undefined) return historyRow(expected as unknown as HistoryRow, reading, name);
  if (value_ms === undefined) return [];
  const value = latency?.stats[name === "first" ? "min" : "max"] ?? Number.NaN;
  const counted = count === undefined || latency?.n === count;
  return same(value * 1e3, value_ms) && counted
    ? []
    : [`${name}: ${value} s of ${latency?.n}, expected ${value_ms} ms`];
};

interface HistoryRow {
  readonly t: number;
  readonly users: number;
  readonly rps?: number;
  readonly total_requests?: number;
  readonly total_failures?: number;
  readonly p95_ms?: string;
}

/** A row of Locust's history: it is found by its time. */
function historyRow(expected: HistoryRow, { points }: Reading, name: string): string[] {
  const point = points.find((one) => one.series === "Aggregated" && one.x[0]?.value === expected.t);
  const found: Record<keyof HistoryRow, unknown> = {
    t: point?.time,
    users: point?.x[1]?.value,
    rps: point?.metrics["request_rate"]?.stats["value"],
    total_requests: point?.counts["total_requests"],
    total_failures: point?.counts["total_errors"],
    p95_ms: String((point?.metrics["latency"]?.stats["p95"] ?? Number.NaN) * 1e3),
  };
  return Object.entries(expected)
    .filter(([key, value]) => found[key as keyof HistoryRow] !== value)
    .map(([key]) => `${name}.${key}: ${String(found[key as keyof HistoryRow])}`);
}

/** Keys that only HTTP tools have. */
export const http: Readonly<Record<string, Key>> = {
  failed_requests: figure((point) => [point.counts["failed"]]),
  non_2xx: figure((point) => [point.counts["non_2xx"]]),
  lines: (expected, point, reading) => figure(() => [reading.rows])(expected, point, reading, "lines"),
  latency_n: figure((point) => [point.metrics["latency"]?.n]),
  checks: (expected, point, reading, name) => {
    const { passes, fails } = expected as { passes: number; fails: number };
    return [
      ...figure(() => [point.counts["check_passes"]])(passes, point, reading, `${name}.passes`),
      ...figure(() => [point.counts["check_fails"]])(fails, point, reading, `${name}.fails`),
    ];
  },
  thresholds_failed: (expected, _point, reading, name) => {
    const found = (reading.environment["thresholds"] ?? {}) as Record<string, string>;
    return Object.entries(expected as Record<string, Record<string, boolean>>).flatMap(([metric, rules]) =>
      Object.entries(rules)
        .filter(([rule, crossed]) => found[`${metric} ${rule}`] !== (crossed ? "crossed" : "held"))
        .map(([rule]) => `${name}: ${metric} ${rule} is ${found[`${metric} ${rule}`]}`),
    );
  },
  /** vegeta's time from the last request to the last answer, which its throughput is over. */
  wait_s: (expected, { counts, metrics, duration }) => {
    const good = counts["requests"]! - counts["errors"]!;
    const wait = good / metrics["throughput"]!.stats["value"]! - duration!;
    return Math.abs(wait - Number(expected)) < 1e-6 ? [] : [`wait_s: ${wait}, expected ${String(expected)}`];
  },
  p50_ms: stat(["latency"], ["p50"], 1e-3),
  first: ends,
  last: ends,
  /** Locust's Requests/s has failed ones in it, throughput has not. */
  failures_per_s: figure(({ metrics }) => [
    metrics["request_rate"]!.stats["value"]! - metrics["throughput"]!.stats["value"]!,
  ]),
  aggregated_rows: (expected, _point, { points }) =>
    points.filter((point) => point.series === "Aggregated").length === expected ? [] : ["aggregated_rows differ"],
  na_rows: (expected, _point, { points }) =>
    points.filter((point) => point.metrics["latency"] === undefined).length === expected ? [] : ["na_rows differ"],
  error: label,
  count: figure((point) => [point.counts["errors"]]),
  labels: (expected, _point, { points }, name) =>
    (expected as string[])
      .filter((one) => !points.some((point) => point.series === one))
      .map((one) => `${name}: no ${one}`),
  transaction_rows: figure((point) => [point.counts["transaction_rows"]]),
  requests_ok: figure((point) => [point.counts["responses"]]),
  latency_resolution_ms: figure((point) => [point.metrics["latency"]?.resolution], 1e-3),
  availability_percent: figure((point) => [100 - 100 * (point.metrics["error_ratio"]?.stats["value"] ?? Number.NaN)]),
  concurrency_observed: stat(["concurrency"], ["mean"]),
  transferred_MB: figure(({ metrics, duration }) => [metrics["transferred"]!.stats["value"]! * duration!], 1024 ** 2),
  time: label,
  kbyte_per_s: stat(["transferred"], ["value"], 1024),
  first_ms: figure((point) => [point.time], 1e-3),
  last_ms: figure((point) => [(point.time ?? Number.NaN) + point.duration!], 1e-3),
  test: label,
  x_name: words,
  errors: (expected, point) =>
    Object.entries(expected as Record<string, number>)
      .filter(([kind, count]) => (point.errorsBy?.[kind] ?? 0) !== count)
      .map(([kind]) => `errors.${kind}: ${point.errorsBy?.[kind]}`),
  latency_ms_mean: stat(["latency"], ["mean"], 1e-3),
  frameworks: (expected, _point, { points }) =>
    new Set(points.map((point) => point.labels["framework"])).size === expected ? [] : ["frameworks differ"],
  duration_s_config: figure((point) => [point.duration]),
  mean: stat(["latency"], ["mean"], 1e-3),
  stdev: stat(["latency"], ["stdev"], 1e-3),
  max: stat(["latency"], ["max"], 1e-3),
  p50: stat(["latency"], ["p50"], 1e-3),
  unit_of_values: words,
  // The unit is written nowhere: figures of these files are read as milliseconds.
  p50_us: stat(["latency"], ["p50"], 1e-3),
  p99_us: stat(["latency"], ["p99"], 1e-3),
  max_us: stat(["latency"], ["max"], 1e-3),
  intervals: (expected, _point, { points }) =>
    points.reduce((sum, point) => sum + point.counts["intervals"]!, 0) === expected ? [] : ["intervals differ"],
  tags: (expected, _point, { points }) =>
    Object.entries(expected as Record<string, number>)
      .filter(([tag, n]) => points.find((one) => (one.series ?? "") === tag)?.counts["intervals"] !== n)
      .map(([tag]) => `tags: intervals of "${tag}" differ`),
  max_of_interval_max: (expected, _point, { points }, name) => {
    const max = Math.max(...points.map((point) => point.metrics["latency"]?.stats["max"] ?? Number.NaN));
    return same(max * 1e3, Number(expected)) ? [] : [`${name}: ${max} s`];
  },
  counts_per_interval: words,
  first_second: figure((point) => [point.time]),
  last_second: words,
  /** When the last request was sent: before the last answer. */
  last_offset_s: (expected, point) =>
    point.duration !== null && point.duration >= Number(expected) && point.duration < Number(expected) + 0.01
      ? []
      : [`last_offset_s: duration ${point.duration}, expected a little over ${String(expected)}`],
  /** Of wrk2's spectrum; its mean and stdev are the Latency row with fewer digits. */
  hdr_spectrum_ms: (expected, point, reading, name) => {
    const { max, n } = expected as { max: number; n: number };
    const latency = point.metrics["latency"];
    const counted = latency?.histogram?.counts.reduce((sum, count) => sum + count, 0);
    return [
      ...figure(() => [latency?.histogram?.values.at(-1)], 1e-3, true)(max, point, reading, `${name}.max`),
      ...figure(() => [latency?.n])(n, point, reading, `${name}.n`),
      ...figure(() => [counted])(n, point, reading, `${name}.counted`),
    ];
  },
};
