import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { parseNumber } from "./number.ts";
import { share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";

/** Gatling's `js/stats.json` (all requests and each) and `js/global_stats.json` (all). Times are milliseconds. */
export const gatling: WholeImporter = {
  name: "gatling",
  title: "Gatling statistics (stats.json, global_stats.json)",
  tool: "gatling",
  sign: "JSON with numberOfRequests and percentiles1",
  claims: ({ json }) => isStats(json) || isStats(at(json, "stats")),
  read({ json }) {
    return {
      format: isStats(json) ? "gatling-global-stats" : "gatling-stats",
      tool: "gatling",
      toolVersion: null,
      points: isStats(json) ? [toPoint(json!)] : requests(json!),
      load: gatlingLoad,
      assumed: ["percentiles1 to 4 are 50, 75, 95 and 99 %, as Gatling has them unless it is configured otherwise."],
      environment: {},
      warnings: [],
    };
  },
};

/** How Gatling loads, whatever it writes. */
export const gatlingLoad: LoadModel = {
  loop: "unknown",
  coordinatedOmission: "unknown",
  errors:
    "requests that are KO: a check failed (by default the status) or there was no answer; their times are in the response times",
  throughput: "requests that are OK per second; request_rate has KO in it",
};

function isStats(json: Json | undefined): boolean {
  return at(json, "numberOfRequests") !== undefined && at(json, "percentiles1") !== undefined;
}

/** The group of all, and the requests in it at any depth; groups between them are sums. */
function requests(node: Json, top = true): Point[] {
  const own = top || stringAt(node, "type") === "REQUEST" ? [toPoint(at(node, "stats")!)] : [];
  const below = entriesAt(node, "contents").flatMap(([, child]) => requests(child, false));
  return [...own, ...below];
}

function toPoint(stats: Json): Point {
  const figure = (name: string, of = "total") => {
    const value = at(stats, name, of);
    return typeof value === "number" ? value : typeof value === "string" ? parseNumber(value) : null;
  };
  const seconds = (name: string) => {
    const milliseconds = figure(name);
    return milliseconds === null ? null : milliseconds / 1e3;
  };
  const n = figure("numberOfRequests") ?? 0;
  const failed = figure("numberOfRequests", "ko") ?? 0;
  const rate = figure("meanNumberOfRequestsPerSecond");
  const good = figure("meanNumberOfRequestsPerSecond", "ok") ?? (failed === n ? 0 : null);
  const name = (stringAt(stats, "name") ?? "").trim();
  const latency = resolved(
    "latency",
    known({
      mean: seconds("meanResponseTime"),
      min: seconds("minResponseTime"),
      max: seconds("maxResponseTime"),
      stdev: seconds("standardDeviation"),
      p50: seconds("percentiles1"),
      p75: seconds("percentiles2"),
      p95: seconds("percentiles3"),
      p99: seconds("percentiles4"),
    }),
    "0 ms: under 1 ms",
  );
  return {
    series: name,
    labels: { name },
    x: [],
    metrics: known<Figures>({
      latency: n === 0 ? null : { stats: latency.stats, n, nOf: "requests", resolution: 1e-3, percentiles: "unknown" },
      request_rate: rate === null ? null : { stats: { value: rate } },
      throughput: good === null || rate === null ? null : { stats: { value: good } },
      errors: { stats: { value: failed } },
      error_ratio: share(failed, n),
    }),
    counts: { requests: n, errors: failed },
    duration: rate !== null && rate > 0 ? n / rate : null,
    flags: n === 0 ? [] : latency.flags,
  };
}
