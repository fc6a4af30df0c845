import { type Key, figure, label, parameters, same, stat, statistics, words } from "./key.ts";

const rates = ["throughput", "reply_rate", "request_rate", "ops_rate"];
const count = (...names: string[]): Key => figure((point) => names.map((name) => point.counts[name]));
const setting = (...names: string[]): Key =>
  figure((point) => [
    ...point.x.filter((one) => names.includes(one.name)).map((one) => Number(one.value)),
    ...names.map((name) => point.counts[name]),
  ]);

/** A count by name, where 0 and absent are the same. */
const tally =
  (of: "statuses" | "errorsBy"): Key =>
  (expected, point, _reading, name) =>
    Object.entries(expected ?? {}).flatMap(([key, value]) =>
      (point[of]?.[key] ?? 0) === value
        ? []
        : [`${name}.${key}: ${point[of]?.[key] ?? "absent"}, expected ${String(value)}`],
    );

const x: Key = (expected, point, _reading, name) => {
  if (typeof expected === "number")
    return Number(point.x[0]?.value) === expected ? [] : [`${name}: ${JSON.stringify(point.x)}, expected ${expected}`];
  const { name: axis, value, from } = expected as { name: string; value?: number; from?: string };
  if (from?.startsWith("file name") === true) return [];
  // A series in time: the value differs from point to point.
  if (value === undefined) return point.x[0]?.name === axis ? [] : [`${name}: x is ${String(point.x[0]?.name)}`];
  return point.x[0]?.name === axis && same(Number(point.x[0].value), value)
    ? []
    : [`${name}: ${JSON.stringify(point.x)}, expected ${axis} ${value}`];
};

/** Keys that hold for a single point, by their name in expected.json (units are in the names). */
export const common: Readonly<Record<string, Key>> = {
  ...Object.fromEntries(
    ["must", "must_not", "columns", "format", "optional", "made_from", "latency_from"].map((key) => [key, words]),
  ),
  tool: (expected, _point, reading) =>
    reading.tool === expected ? [] : [`tool: ${reading.tool}, expected ${String(expected)}`],
  version: (expected, _point, reading) =>
    reading.toolVersion === expected ? [] : [`version: ${reading.toolVersion}, expected ${String(expected)}`],
  rows: (expected, point, reading) => figure(() => [reading.rows])(expected, point, reading, "rows"),
  series: label,
  group: label,
  method: label,
  params: parameters,
  parameters,
  args: parameters,
  x,
  concurrency: setting("concurrency"),
  connections: setting("connections", "concurrency"),
  threads: setting("threads", "concurrency"),
  requests: count("requests"),
  replies: count("replies"),
  responses: count("responses", "replies", "requests"),
  samples: count("samples", "requests"),
  iterations: count("iterations"),
  error_count: figure((point) => [point.counts["errors"], point.metrics["errors"]?.stats["value"]]),
  errors_by: tally("errorsBy"),
  status_counts: tally("statuses"),
  duration_s: figure((point) => [point.duration]),
  throughput_rps: stat(rates, ["value", "mean"]),
  throughput_stdev: stat(rates, ["stdev"]),
  throughput_samples: figure((point) => rates.map((name) => point.metrics[name]?.n)),
  throughput_rps_computed: stat(rates, ["value", "mean"]),
  throughput_rps_mean_of_samples: stat(rates, ["value", "mean"]),
  reply_throughput_rps_computed: stat(["throughput"], ["value"]),
  offered_rate_rps: stat(["request_rate"], ["value", "mean"]),
  request_rate_rps: stat(["request_rate"], ["value", "mean"]),
  connection_rate_cps: stat(["connection_rate"], ["value", "mean"]),
  reply_rate_rps: statistics(["reply_rate"], 1),
  latency_ms: statistics(["latency", "time_per_op"], 1e-3),
  connection_time_ms: statistics(["connection_time"], 1e-3),
  time_s: statistics(["time_per_op", "latency"], 1),
  time_ns: statistics(["time_per_op", "latency"], 1e-9),
  n: figure((point) => ["time_per_op", "ops_rate", "latency", "memory"].map((name) => point.metrics[name]?.n)),
  error_ratio: stat(["error_ratio"], ["value"]),
  success_ratio: figure((point) => [1 - (point.metrics["error_ratio"]?.stats["value"] ?? Number.NaN)]),
  success_percent: figure((point) => [100 - 100 * (point.metrics["error_ratio"]?.stats["value"] ?? Number.NaN)]),
  errors_percent_of_replies: stat(["error_ratio"], ["value"], 0.01),
  net_io_KiB_per_s: stat(["transferred"], ["value"], 1024),
  net_io_KB_per_s: stat(["transferred"], ["value"], 1024),
  transfer_rate_KiB_per_s: stat(["transferred"], ["value"], 1024),
  throughput_bytes_per_s: stat(["transferred"], ["value", "mean"]),
};
