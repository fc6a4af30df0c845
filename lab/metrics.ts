import type { Metric } from "../src/benchmark/dataset.ts";
import { metrics as shared } from "../src/importers/metrics.ts";
import { attemptedConnections, type Run } from "./runs.ts";

/** A metric of the lab's datasets, and its value in one run (base units). */
export interface LabMetric {
  readonly metric: Metric;
  of(run: Run): number | null;
}

/** What a sweep with httperf yields. */
export const labMetrics: readonly LabMetric[] = [
  { metric: known("reply_rate"), of: (run) => stat(run, "reply_rate", "mean") },
  {
    metric: {
      id: "reply_rate_stdev",
      label: "Unsteadiness within a run",
      unit: "1/s",
      display: "req/s",
      better: "lower",
      denominator: null,
    },
    // One sample has no spread: httperf prints 0.0 for it.
    of: (run) => ((run.point.metrics["reply_rate"]?.n ?? 0) > 1 ? stat(run, "reply_rate", "stdev") : null),
  },
  { metric: known("latency"), of: (run) => stat(run, "latency", "mean") },
  {
    metric: {
      id: "connection_time_median",
      label: "Median connection time",
      unit: "s",
      display: "ms",
      better: "lower",
      denominator: null,
    },
    of: (run) => stat(run, "connection_time", "median"),
  },
  {
    metric: { ...known("error_ratio"), denominator: "connections" },
    of: ({ point }) => (point.counts["errors"] ?? 0) / attemptedConnections(point),
  },
  { metric: known("request_rate"), of: (run) => stat(run, "request_rate", "value") },
  {
    metric: {
      id: "server_cpu",
      label: "Server’s processor time",
      unit: "1",
      display: "%",
      better: null,
      denominator: "one core",
    },
    of: ({ attempt }) => attempt.watch.serverCpu,
  },
];

function stat({ point }: Run, metric: string, name: string): number | null {
  return point.metrics[metric]?.stats[name] ?? null;
}

function known(id: string): Metric {
  const metric = shared.get(id);
  if (metric === undefined) throw new Error(`the importers know no metric ${id}`);
  return metric;
}
