import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { parseDuration, parseScaled } from "./quantity.ts";
import { spawnedClients } from "./spawned.ts";
import { splitReports } from "./split.ts";

const finished = /^finished in (\S+), ([\d.]+) req\/s, (\S+)\/s$/m;

/** h2load's text; a file may hold several reports. */
export const h2load: WholeImporter = {
  name: "h2load",
  title: "h2load text report",
  tool: "h2load",
  sign: "a line `finished in 128.36ms, 38952.94 req/s, 42.76MB/s`",
  claims: ({ text }) => finished.test(text) && /^time for request:|^request +:/m.test(text),
  read(sniff) {
    const begun = splitReports(sniff, /^starting benchmark\.\.\.$/);
    const parts = begun.length > 0 ? begun : splitReports(sniff, /^finished in /);
    return {
      format: "h2load-text",
      tool: "h2load",
      toolVersion: null,
      points: parts.map(({ text }) => toPoint(text)).filter((point) => point !== null),
      load: {
        loop: "closed",
        coordinatedOmission: "present",
        errors: "requests that failed, were cut off or timed out; HTTP errors are counted apart, by status",
        throughput: "answers below 400 per second; reply_rate is h2load's req/s, HTTP errors among them",
      },
      assumed: ["MB are 1024² bytes.", "h2load does not print how many streams a client has (-m)."],
      environment: {},
      warnings: [],
    };
  },
};

function toPoint(text: string): Point | null {
  const line = finished.exec(text);
  if (line === null) return null;
  const counts = pairs(/^requests: (.*)$/m.exec(text)?.[1] ?? "", /(\d+) ([a-z]+)/g);
  const statuses = pairs(/^status codes: (.*)$/m.exec(text)?.[1] ?? "", /(\d+) (\dxx)/g);
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const bad = (statuses["4xx"] ?? 0) + (statuses["5xx"] ?? 0);
  const errors = (counts["errored"] ?? 0) + (counts["timeout"] ?? 0);
  const clients = spawnedClients(text);
  const latency = times(text, "time for request|request");
  const connection = times(text, "time for connect|connect");
  const bytes = parseScaled(line[3]!, 1024);
  return {
    series: null,
    labels: known({ protocol: /^Application protocol: (.*\S)/m.exec(text)?.[1] }),
    x: clients === null ? [] : [{ name: "concurrency", value: clients, unit: null }],
    metrics: known<Figures>({
      latency: answers === 0 || latency === null ? null : { ...latency, n: answers, nOf: "requests" },
      connection_time: connection,
      ...answerRates(Number(line[2]), answers, bad),
      transferred: bytes === null ? null : { stats: { value: bytes } },
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, answers + errors),
      http_error_ratio: share(bad, answers),
    }),
    counts: { requests: counts["total"] ?? answers, errors },
    statuses,
    duration: parseDuration(line[1]!),
    flags: [],
  };
}

const statNames: Readonly<Record<string, string>> = {
  min: "min",
  max: "max",
  median: "p50",
  p95: "p95",
  p99: "p99",
  mean: "mean",
  sd: "stdev",
};

/** A line of the table of times; the line above it names the columns, which versions order differently. */
function times(text: string, name: string): Figures | null {
  const header = /^ +(min +max .*)$/m.exec(text)?.[1]?.replace("+/- sd", "within").split(/ +/) ?? [];
  const cells = new RegExp(`^(?:${name})\\s*:\\s+(.*)$`, "m").exec(text)?.[1]?.split(/ +/);
  if (cells === undefined) return null;
  const stats = header.flatMap((title, i) => {
    const stat = statNames[title];
    return stat === undefined ? [] : [[stat, parseDuration(cells[i] ?? "")] as const];
  });
  return { stats: known(Object.fromEntries(stats)), stdevKind: "population" };
}

function pairs(text: string, pattern: RegExp): Record<string, number> {
  return Object.fromEntries([...text.matchAll(pattern)].map(([, count, name]) => [name!, Number(count)]));
}
