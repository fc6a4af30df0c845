import { flag } from "./flags.ts";
import type { K6Values } from "./k6-metrics.ts";
import { known, percentileName } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, LoadModel, Point, PointFlag, XCandidate } from "./reading.ts";

export const k6Load: LoadModel = {
  loop: "unknown",
  coordinatedOmission: "unknown",
  errors: "requests that k6 counts as failed (http_req_failed: no answer, or a status that the script does not expect)",
  throughput: "requests that did not fail per second; request_rate is k6's http_reqs, failed ones among them",
};

/** What has to be assumed of every output of k6. */
export const k6Assumed = [
  "k6 does not print its executor: with constant VUs the load is closed, with an arrival rate it is open.",
  "Times of metrics are milliseconds, whatever the summary's time unit.",
];

const names: Readonly<Record<string, string>> = { avg: "mean", med: "p50", min: "min", max: "max" };

/** A k6 summary as a point: one for the whole test. Sub-metrics (`name{tag:value}`) are not added up. */
export function k6Point(metrics: ReadonlyMap<string, K6Values>, seconds: number | null): Point {
  const requests = metrics.get("http_reqs") ?? {};
  const iterations = metrics.get("iterations") ?? {};
  const count = requests["count"] ?? null;
  const duration = seconds ?? lengthOf(requests) ?? lengthOf(iterations);
  const rate = requests["rate"] ?? perSecond(count, duration);
  const failed = failures(metrics.get("http_req_failed"));
  const checks = metrics.get("checks");
  const received = metrics.get("data_received") ?? {};
  const iterationRate = iterations["rate"] ?? perSecond(iterations["count"] ?? null, duration);
  const transferred = received["rate"] ?? perSecond(received["count"] ?? null, duration);
  const good = rate === null || failed === null ? null : rate * (1 - failed.ratio);
  return {
    series: null,
    labels: {},
    x: candidates(metrics),
    metrics: known<Figures>({
      latency: latency(metrics, count),
      request_rate: rate === null ? null : { stats: { value: rate } },
      throughput: good === null ? null : { stats: { value: good } },
      ops_rate: iterationRate === null ? null : { stats: { value: iterationRate } },
      transferred: transferred === null ? null : { stats: { value: transferred } },
      errors: failed === null ? null : { stats: { value: failed.count } },
      error_ratio: failed === null ? null : share(failed.count, failed.total),
    }),
    counts: known({
      requests: count,
      iterations: iterations["count"],
      errors: failed?.count,
      check_passes: checks?.["passes"] ?? checks?.["matches"],
      check_fails: checks?.["fails"] ?? (checks?.["total"] === undefined ? null : checks["total"] - checks["matches"]!),
    }),
    duration,
    flags: droppedFlags(metrics.get("dropped_iterations")?.["count"] ?? 0, iterations["count"] ?? 0),
  };
}

/** A rate metric counts what is true, and what is true here is "failed": `passes` failed, `fails` did not. */
function failures(values: K6Values | undefined): { count: number; total: number; ratio: number } | null {
  if (values === undefined) return null;
  const count = values["passes"] ?? values["matches"];
  const whole = values["total"] ?? (values["fails"] === undefined ? undefined : (count ?? 0) + values["fails"]);
  if (count === undefined || whole === undefined) return null;
  return { count, total: whole, ratio: whole > 0 ? count / whole : 0 };
}

function latency(metrics: ReadonlyMap<string, K6Values>, requests: number | null): Figures | null {
  const values = metrics.get("http_req_duration") ?? metrics.get("grpc_req_duration");
  if (values === undefined || requests === 0) return null;
  const stats = Object.entries(values).flatMap(([name, milliseconds]) => {
    const percent = /^p\((\d+(?:\.\d+)?)\)$/.exec(name)?.[1];
    const stat = percent === undefined ? names[name] : percentileName(percent);
    return stat === undefined ? [] : [[stat, milliseconds / 1e3] as const];
  });
  const n = values["count"] ?? (metrics.has("http_req_duration") ? requests : null);
  return {
    stats: Object.fromEntries(stats),
    ...(n === null ? {} : { n, nOf: "requests" }),
    percentiles: "interpolated",
  };
}

/** With constant VUs all that were allocated run; with an arrival rate they are a reserve, and no x. */
function candidates(metrics: ReadonlyMap<string, K6Values>): XCandidate[] {
  const used = metrics.get("vus")?.["max"];
  const allocated = metrics.get("vus_max")?.["max"];
  return used !== undefined && used > 0 && used === allocated ? [{ name: "concurrency", value: used, unit: null }] : [];
}

function droppedFlags(dropped: number, iterations: number): PointFlag[] {
  if (dropped <= 0.05 * (dropped + iterations)) return [];
  return [
    flag("saturated", `${dropped} iterations were dropped because no VU was free: the demanded rate was not reached`),
  ];
}

function lengthOf({ count, rate }: K6Values): number | null {
  return count !== undefined && rate !== undefined && rate > 0 ? count / rate : null;
}

function perSecond(count: number | null, duration: number | null): number | null {
  return count === null || duration === null || duration <= 0 ? null : count / duration;
}
