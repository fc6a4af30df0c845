import type { Histogram } from "../benchmark/dataset.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { parseNumber } from "./number.ts";
import type { LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { splitReports } from "./split.ts";
import { cell } from "./table.ts";

/** How redis-benchmark loads, whatever it writes. */
export const redisLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  throughput: "requests per second; answers that are errors are among them",
};

const common = { tool: "redis-benchmark", toolVersion: null, load: redisLoad, environment: {}, warnings: [] } as const;

/** `redis-benchmark --csv`: a row per command. Before version 6.2 it had no header and no times. */
export const redisBenchmark: WholeImporter = {
  name: "redis-benchmark",
  title: "redis-benchmark CSV",
  tool: "redis-benchmark",
  sign: 'the header `"test","rps","avg_latency_ms"`',
  claims: ({ header }) => header[0] === "test" && header[1] === "rps" && header.includes("avg_latency_ms"),
  read({ table }) {
    const { header, rows } = table!;
    return {
      ...common,
      format: "redis-benchmark-csv",
      points: rows.map((row) => {
        const stats = header.flatMap((title, column) => {
          const name = /^(avg|min|max|p\d+)_latency_ms$/.exec(title)?.[1];
          const figure = cell(table!, row, column);
          return name === undefined || figure === null ? [] : [[name === "avg" ? "mean" : name, figure / 1e3] as const];
        });
        return point(row.cells[0] ?? "", cell(table!, row, 1), Object.fromEntries(stats), {});
      }),
      assumed: ["The file says neither the clients (-c) nor the pipelining (-P)."],
    };
  },
};

/** redis-benchmark's text since version 6.2: a block per command, behind lines of progress. */
export const redisBenchmarkText: WholeImporter = {
  name: "redis-benchmark-text",
  title: "redis-benchmark text",
  tool: "redis-benchmark",
  sign: "the lines `====== SET ======` and `throughput summary: 27932.96 requests per second`",
  claims: ({ text }) => /={6} \S.* ={6}\s*$/m.test(text) && /^\s*throughput summary: /m.test(text),
  read(sniff) {
    const parts = splitReports(sniff, /^.*={6} \S.* ={6}\s*$/);
    return {
      ...common,
      format: "redis-benchmark-text",
      points: parts.flatMap(({ text }) => {
        const names = /^ +(avg +min +.*max) *\n +(.*)$/m.exec(text);
        const figures = names?.[2]?.trim().split(/ +/) ?? [];
        const stats = (names?.[1]?.split(/ +/) ?? []).map((name, i) => {
          const figure = parseNumber(figures[i] ?? "");
          return [name === "avg" ? "mean" : name, figure === null ? null : figure / 1e3] as const;
        });
        const number = (pattern: RegExp) => parseNumber(pattern.exec(text)?.[1] ?? "");
        const rate = number(/^\s*throughput summary: (\S+)/m);
        const found = {
          requests: number(/^ +(\d+) requests completed/m),
          clients: number(/^ +(\d+) parallel clients/m),
          duration: number(/completed in (\S+) seconds/),
        };
        return rate === null
          ? []
          : [
              point(/={6} (\S.*?) ={6}/.exec(text)![1]!, rate, known(Object.fromEntries(stats)), {
                ...found,
                histogram: distributionIn(text),
              }),
            ];
      }),
      assumed: [],
    };
  },
};

/** Both lists of `50.000% <= 0.047 milliseconds (cumulative count 5319)` are of one distribution; null without them. */
function distributionIn(text: string): Histogram | null {
  const lines = text.matchAll(/^[\d.]+% <= ([\d.]+) milliseconds \(cumulative count (\d+)\)/gm);
  const cumulative = new Map([...lines].map(([, limit, count]) => [Number(limit) / 1e3, Number(count)]));
  const rows = [...cumulative].toSorted(([a], [b]) => a - b);
  const buckets = rows
    .map(([limit, count], i) => ({ limit, count: count - (rows[i - 1]?.[1] ?? 0) }))
    .filter(({ count }) => count > 0);
  if (buckets.length === 0) return null;
  return { values: buckets.map(({ limit }) => limit), counts: buckets.map(({ count }) => count) };
}

function point(
  command: string,
  rate: number | null,
  times: Readonly<Record<string, number>>,
  found: {
    requests?: number | null;
    clients?: number | null;
    duration?: number | null;
    histogram?: Histogram | null;
  },
): Point {
  const { stats, flags } = resolved("latency", times, "0.000 ms: under a microsecond");
  const { requests = null, clients = null, duration = null, histogram = null } = found;
  return {
    series: command,
    labels: { command },
    x: clients === null ? [] : [{ name: "concurrency", value: clients, unit: null }],
    metrics: {
      throughput: { stats: { value: rate } },
      latency: {
        stats,
        ...(requests === null ? {} : { n: requests, nOf: "requests" }),
        ...(histogram === null ? {} : { histogram }),
        percentiles: "hdr-histogram",
        resolution: 1e-6,
      },
    },
    counts: known({ requests }),
    duration,
    flags,
  };
}
