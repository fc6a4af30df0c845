import type { Better, Metric } from "../benchmark/dataset.ts";

/** The vocabulary of metrics that tools share; those without a unit for reading get one by their size. One tool's own metrics carry their description in `Figures.metric`. */
export const metrics: ReadonlyMap<string, Metric> = new Map(
  [
    metric("latency", "Response time", "s", "ms", "lower"),
    metric("connection_time", "Connection time", "s", "ms", "lower"),
    metric("throughput", "Throughput", "1/s", "req/s", "higher"),
    metric("request_rate", "Requests sent", "1/s", "req/s", null),
    metric("demanded_request_rate", "Demanded requests", "1/s", "req/s", null),
    metric("reply_rate", "Replies", "1/s", "req/s", "higher"),
    metric("connection_rate", "Connections", "1/s", "conn/s", null),
    metric("concurrency", "Concurrency", "1", "", null),
    metric("errors", "Errors", "1", "", "lower"),
    metric("error_ratio", "Errors", "1", "%", "lower", "requests"),
    metric("http_error_ratio", "HTTP errors", "1", "%", "lower", "replies"),
    metric("transferred", "Transferred", "B/s", "MB/s", "higher"),
    metric("time_per_op", "Time per operation", "s", "", "lower"),
    metric("cpu_time_per_op", "CPU time per operation", "s", "", "lower"),
    metric("user_time", "User CPU time", "s", "", "lower"),
    metric("system_time", "System CPU time", "s", "", "lower"),
    metric("ops_rate", "Operations", "1/s", "ops/s", "higher"),
    metric("allocated", "Allocated per operation", "B", "", "lower"),
    metric("allocations", "Allocations per operation", "1", "", "lower"),
    metric("memory", "Memory", "B", "", "lower"),
    metric("iterations", "Iterations", "1", "", null),
  ].map((one) => [one.id, one]),
);

function metric(
  id: string,
  label: string,
  unit: string,
  display: string,
  better: Better | null,
  denominator: string | null = null,
): Metric {
  return { id, label, unit, display, better, denominator };
}

/** Says of what an error ratio is a share, where the tool differs from the vocabulary. */
export function errorRatioOf(denominator: string): Metric {
  return { ...metrics.get("error_ratio")!, denominator };
}
