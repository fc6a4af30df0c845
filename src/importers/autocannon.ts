import { flag } from "./flags.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, numberAt, stringAt } from "./json.ts";
import { known, percentileName } from "./known.ts";
import { missingTime } from "./little.ts";
import { share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { httpErrors } from "./statuses.ts";

/** autocannon's JSON; a file may hold several. Its times are whole milliseconds, its rates samples of a second. */
export const autocannon: WholeImporter = {
  name: "autocannon",
  title: "autocannon JSON",
  tool: "autocannon",
  sign: "JSON with latency, requests, throughput and connections",
  claims: ({ json }) => isReport(json),
  read({ documents }) {
    const reports = documents.map(({ value }) => value).filter((value) => isReport(value));
    const corrected = reports.some((report) => isCorrected(report));
    return {
      format: "autocannon-json",
      tool: "autocannon",
      toolVersion: null,
      points: reports.map((report) => toPoint(report)),
      load: {
        loop: corrected ? "open" : "closed",
        coordinatedOmission: corrected ? "corrected" : "present",
        errors: "failed connections and time-outs; HTTP errors are counted apart, by status",
        throughput: "answers below 400 per second of the run; reply_rate is autocannon's own, in samples of a second",
      },
      assumed: corrected
        ? [
            "More response times than answers: the test demanded a rate (-R), and autocannon filled in what that would have measured.",
          ]
        : [],
      environment: {},
      warnings: [],
    };
  },
};

function isReport(json: Json | undefined): boolean {
  const parts = [at(json, "latency"), at(json, "requests"), at(json, "throughput")];
  return parts.every((part) => typeof part === "object" && part !== null) && numberAt(json, "connections") !== null;
}

function isCorrected(json: Json): boolean {
  const times = numberAt(json, "latency", "totalCount");
  const requests = numberAt(json, "requests", "total");
  return times !== null && requests !== null && times > 1.5 * requests;
}

const groups = ["1xx", "2xx", "3xx", "4xx", "5xx"];

function toPoint(json: Json): Point {
  const answers = numberAt(json, "requests", "total") ?? 0;
  const errors = numberAt(json, "errors") ?? 0;
  const duration = numberAt(json, "duration");
  const concurrency = numberAt(json, "connections");
  const pipelining = numberAt(json, "pipelining") ?? 1;
  const statuses = Object.fromEntries(groups.map((group) => [group, numberAt(json, group) ?? 0]));
  const bad = httpErrors(statuses);
  const start = Date.parse(stringAt(json, "start") ?? "");
  const samples = numberAt(json, "samples");
  const latency = latencyOf(json);
  const mean = latency.stats["mean"] ?? null;
  const rate = duration === null || duration <= 0 ? null : answers / duration;
  return {
    series: null,
    labels: known({ url: stringAt(json, "url"), title: stringAt(json, "title") }),
    x: [
      ...(concurrency === null ? [] : [{ name: "concurrency", value: concurrency, unit: null }]),
      ...(pipelining > 1 ? [{ name: "pipelining", value: pipelining, unit: null }] : []),
    ],
    metrics: known<Figures>({
      latency: answers === 0 ? null : latency.figures,
      reply_rate: perSecond(json, "requests", samples),
      throughput: rate === null ? null : { stats: { value: rate * (1 - bad / Math.max(1, answers)) } },
      transferred: perSecond(json, "throughput", samples),
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, answers + errors),
      http_error_ratio: share(bad, answers),
    }),
    counts: known({ requests: answers, errors, sent: numberAt(json, "requests", "sent") }),
    statuses,
    errorsBy: known({
      timeouts: numberAt(json, "timeouts"),
      resets: numberAt(json, "resets"),
      mismatches: numberAt(json, "mismatches"),
    }),
    duration,
    ...(start > 0 ? { time: start / 1e3 } : {}),
    flags: [
      ...(answers === 0 ? [] : latency.flags),
      ...(isCorrected(json) || concurrency === null ? [] : missingTime(concurrency * pipelining, rate, mean, 1e-3)),
    ],
  };
}

function latencyOf(json: Json) {
  const of = (name: string) => {
    const milliseconds = numberAt(json, "latency", name);
    return milliseconds === null ? null : milliseconds / 1e3;
  };
  const percentiles = entriesAt(json, "latency").flatMap(([name]) => {
    const percent = /^p(\d+(?:_\d+)?)$/.exec(name)?.[1]?.replace("_", ".");
    return percent === undefined || Number(percent) < 10 ? [] : [[percentileName(percent), of(name)] as const];
  });
  const { stats, flags } = resolved(
    "latency",
    known({
      mean: of("mean") ?? of("average"),
      stdev: of("stddev"),
      min: of("min"),
      max: of("max"),
      ...Object.fromEntries(percentiles),
    }),
    "0 ms: under 1 ms",
  );
  // autocannon does not let 0 be the minimum, not even where half of the times are 0.
  const odd = (of("min") ?? 0) > (of("p50") ?? Number.POSITIVE_INFINITY);
  const n = numberAt(json, "latency", "totalCount");
  const figures: Figures = {
    stats: odd ? { ...stats, min: null } : stats,
    ...(n === null ? {} : { n, nOf: "requests" }),
    percentiles: "hdr-histogram",
    resolution: 1e-3,
  };
  const note = "the minimum is above the median: autocannon leaves out times of 0 ms";
  return { figures, stats, flags: odd ? [...flags, flag("under-resolution", note, "latency", "min")] : flags };
}

/** Figures over samples of a second. */
function perSecond(json: Json, name: string, samples: number | null): Figures | null {
  const of = (stat: string) => numberAt(json, name, stat);
  const mean = of("mean") ?? of("average");
  if (mean === null) return null;
  return {
    stats: known({ mean, stdev: of("stddev"), min: of("min"), max: of("max") }),
    ...(samples === null ? {} : { n: samples }),
    nOf: "samples",
  };
}
