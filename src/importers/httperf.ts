import { warn } from "./fault.ts";
import { flag, saturation } from "./flags.ts";
import { httperfFigures } from "./httperf-figures.ts";
import type { WholeImporter } from "./importer.ts";
import { errorRatioOf } from "./metrics.ts";
import type { Figures, LoadModel, Point, PointFlag, XCandidate } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { type Part, splitReports } from "./split.ts";

/** httperf's text report; a file may hold several, each begun by the command line that httperf repeats. */
export const httperf: WholeImporter = {
  name: "httperf",
  title: "httperf text report",
  tool: "httperf",
  sign: "a line `Total: connections 100 requests 100 replies 100 test-duration 10.0 s`",
  claims: ({ text }) => /^Total: connections \d+ requests \d+ replies \d+ test-duration /m.test(text),
  read(sniff) {
    const parts = reports(sniff);
    return {
      format: "httperf-text",
      tool: "httperf",
      toolVersion: null,
      points: parts.map((part) => point(part.text)),
      load,
      assumed: [
        "Response time is the time to the first byte of the reply; the transfer is not in it.",
        "K is 1024 in Net I/O.",
      ],
      environment: {},
      warnings: parts.flatMap((part) => warnings(sniff, part)),
    };
  },
};

const load: LoadModel = {
  loop: "open",
  coordinatedOmission: "none",
  latencyFrom: "actual-send",
  errors: "failed connections (client time-outs, refused, reset, no file descriptor); HTTP errors are not counted",
  throughput:
    "replies per second of the test, without HTTP 4xx and 5xx; reply_rate is httperf's own, in samples of 5 s",
};

function reports(sniff: Sniff): Part[] {
  const begun = splitReports(sniff, /^httperf --/).filter((part) => part.text.includes("\nTotal: connections"));
  return begun.length > 0 ? begun : splitReports(sniff, /^Total: connections /);
}

function point(text: string): Point {
  const found = httperfFigures(text);
  const { connections, requests, replies, duration, statuses, errorsBy, options } = found;
  const demanded = found.demandedRequestRate;
  const unsampled = found.replySamples === 0;
  const errors = found.errors ?? 0;
  // Where the client had no descriptor left httperf counts an error, but no connection.
  const attempts = connections + (errorsBy["fd-unavail"] ?? 0) + (errorsBy["ftab-full"] ?? 0);
  const httpErrors = (statuses["4xx"] ?? 0) + (statuses["5xx"] ?? 0);
  const throughput = duration > 0 ? (replies - httpErrors) / duration : null;
  const answered: Partial<Figures> = { n: replies, nOf: "requests" };
  const metrics: Record<string, Figures> = {
    request_rate: { stats: { value: found.requestRate } },
    connection_rate: { stats: { value: found.connectionRate } },
    throughput: { stats: { value: throughput } },
    reply_rate: {
      stats: unsampled ? { mean: null, min: null, max: null, stdev: null } : found.replyRate,
      nOf: "samples",
      stdevKind: "sample",
      ...(found.replySamples === null ? {} : { n: found.replySamples }),
    },
    latency: { stats: { mean: replies > 0 ? found.latency : null }, resolution: 1e-4, ...answered },
    connection_time: { stats: found.connectionTime, stdevKind: "sample", resolution: 1e-4 },
    concurrency: { stats: { max: found.maxConcurrency } },
    transferred: { stats: { value: found.transferred } },
    errors: { stats: { value: errors } },
    error_ratio: {
      stats: { value: attempts > 0 ? errors / attempts : null },
      n: attempts,
      nOf: "requests",
      metric: errorRatioOf("connections"),
    },
    http_error_ratio: { stats: { value: replies > 0 ? httpErrors / replies : null }, ...answered },
  };
  const flags: PointFlag[] = saturation(demanded, throughput);
  if (unsampled)
    flags.push(flag("too-short", "the test ended before the first 5-s sample of the reply rate", "reply_rate"));
  if (replies === 0) flags.push(flag("sentinel", "no replies: 0.0 ms is no response time", "latency", "mean"));
  else if (errors > replies)
    flags.push(
      flag(
        "survivors-only",
        "more calls failed than were answered; the response time is that of the answered",
        "latency",
      ),
    );
  return {
    series: null,
    labels: Object.fromEntries(
      ["server", "port", "uri"].flatMap((name) => (options.has(name) ? [[name, options.get(name)!]] : [])),
    ),
    x: candidates(demanded, options),
    metrics,
    counts: { connections, requests, replies, errors },
    statuses,
    errorsBy,
    duration,
    flags,
  };
}

function candidates(demanded: number | null, options: ReadonlyMap<string, string>): XCandidate[] {
  if (demanded !== null) return [{ name: "demanded_request_rate", value: demanded, unit: "1/s" }];
  const sessions = Number(options.get("rate") ?? Number.NaN);
  return options.has("wsess") && sessions > 0 ? [{ name: "demanded_session_rate", value: sessions, unit: "1/s" }] : [];
}

/** What the client itself may run out of, by httperf's word for it. */
const limits: Readonly<Record<string, { readonly lacked: string; readonly help: string }>> = {
  "fd-unavail": { lacked: "no file descriptor", help: "raise its limit (ulimit -n)" },
  "ftab-full": { lacked: "no place in the system's table of files", help: "raise the limit (sysctl fs.file-max)" },
  addrunavail: { lacked: "no TCP port", help: "give it more ports or addresses" },
};

function warnings(sniff: Sniff, part: Part) {
  return [...part.text.matchAll(/(fd-unavail|addrunavail|ftab-full) ([1-9]\d*)/g)].map(
    ({ index, 1: kind, 2: count }) => {
      const { lacked, help } = limits[kind!]!;
      const fact = `${count} connections failed because httperf had ${lacked} left`;
      const first = "These errors are the client's, not the server's";
      return warn(sniff, part.offset + index, "client-limit", fact, `${first}: ${help} and measure again.`);
    },
  );
}
