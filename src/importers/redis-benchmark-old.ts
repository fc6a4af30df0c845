import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { parseNumber } from "./number.ts";
import { redisLoad } from "./redis-benchmark.ts";
import type { Figures, Point, Reading } from "./reading.ts";
import { splitReports } from "./split.ts";

const row = /^"([^"\n]+)","([\d.]+|-?nan)"$/gm;
const commands = /^"(?:PING_INLINE|PING_M?BULK|[SG]ET|INCR|[LR]PUSH|[LR]POP|[SH]SET|SADD|SPOP|LRANGE_\d+|MSET)\b/m;

/** `redis-benchmark --csv` before version 6.2: no header, and of each command its rate alone. */
export const redisBenchmarkRates: WholeImporter = {
  name: "redis-benchmark-rates",
  title: "redis-benchmark CSV of version 6.0 and before",
  tool: "redis-benchmark",
  sign: 'no header, and lines like `"PING_INLINE","48661.80"`',
  claims: ({ text }) =>
    commands.test(text) &&
    text.split("\n").every((line) => line.trim() === "" || /^"[^"]+","(?:[\d.]+|-?nan)"$/.test(line)),
  read: ({ text }) =>
    toReading(
      "redis-benchmark-csv-rates",
      [...text.matchAll(row)].map(([, command, rate]) => toPoint(command!, parseNumber(rate!), {}, {})),
    ),
};

const quiet = /^(\S.*): ([\d.]+|-?nan) requests per second(?:, p50=([\d.]+) msec)?\s*$/gm;

/** `redis-benchmark -q`: a line a command, with a median since version 6.2. */
export const redisBenchmarkQuiet: WholeImporter = {
  name: "redis-benchmark-quiet",
  title: "redis-benchmark -q",
  tool: "redis-benchmark",
  sign: "lines like `SET: 26315.79 requests per second, p50=0.047 msec`",
  claims: ({ text }) => text.search(quiet) >= 0 && !/={6} \S.* ={6}/.test(text),
  read: ({ text }) =>
    toReading(
      "redis-benchmark-quiet",
      [...text.matchAll(quiet)].map(([, command, rate, p50]) => {
        const median = parseNumber(p50 ?? "");
        return toPoint(command!, parseNumber(rate!), known({ p50: median === null ? null : median / 1e3 }), {});
      }),
    ),
};

/** The text before version 6.2: of each command the shares of requests up to some whole milliseconds, and the rate. */
export const redisBenchmarkOldText: WholeImporter = {
  name: "redis-benchmark-old-text",
  title: "redis-benchmark text of version 6.0 and before",
  tool: "redis-benchmark",
  sign: "the lines `====== SET ======`, `99.50% <= 1 milliseconds` and `79365.08 requests per second`",
  claims: ({ text }) => /={6} \S.* ={6}\s*$/m.test(text) && /^[\d.]+ requests per second\s*$/m.test(text),
  read: (sniff) =>
    toReading(
      "redis-benchmark-old-text",
      splitReports(sniff, /^.*={6} \S.* ={6}\s*$/).flatMap(({ text }) => {
        const number = (pattern: RegExp) => parseNumber(pattern.exec(text)?.[1] ?? "");
        const rate = number(/^([\d.]+) requests per second/m);
        const found = {
          requests: number(/^ +(\d+) requests completed/m),
          clients: number(/^ +(\d+) parallel clients/m),
          duration: number(/completed in (\S+) seconds/),
        };
        return rate === null ? [] : [toPoint(/={6} (\S.*?) ={6}/.exec(text)![1]!, rate, upperBounds(text), found)];
      }),
    ),
};

/** Percentiles of `99.50% <= 1 milliseconds`: the first line that holds as many. Version 6.0 prints two decimals. */
function upperBounds(text: string): Record<string, number> {
  const lines = [...text.matchAll(/^([\d.]+)% <= ([\d.]+) milliseconds/gm)].map(([, share, limit]) => ({
    share: Number(share),
    limit: Number(limit),
  }));
  return known(
    Object.fromEntries(
      [50, 95, 99]
        .map((percent) => [`p${percent}`, lines.find(({ share }) => share >= percent)?.limit] as const)
        .map(([name, limit]) => [name, limit === undefined ? null : limit / 1e3] as const),
    ),
  );
}

function toPoint(
  command: string,
  rate: number | null,
  latency: Figures["stats"],
  found: { requests?: number | null; clients?: number | null; duration?: number | null },
): Point {
  const { requests = null, clients = null, duration = null } = found;
  return {
    series: command,
    labels: { command },
    x: clients === null ? [] : [{ name: "concurrency", value: clients, unit: null }],
    metrics: known<Figures>({
      throughput: { stats: { value: rate } },
      latency:
        Object.keys(latency).length === 0
          ? null
          : { stats: latency, ...(requests === null ? {} : { n: requests, nOf: "requests" }), resolution: 1e-3 },
    }),
    counts: known({ requests }),
    duration,
    flags: [],
  };
}

function toReading(format: string, points: readonly Point[]): Reading {
  return {
    format,
    tool: "redis-benchmark",
    toolVersion: null,
    points,
    load: redisLoad,
    assumed: points.some(({ x }) => x.length > 0)
      ? ["Percentiles are upper bounds in whole milliseconds."]
      : ["The file says neither the clients (-c) nor the pipelining (-P)."],
    environment: {},
    warnings: [],
  };
}
