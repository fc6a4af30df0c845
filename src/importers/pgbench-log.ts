import type { StreamImporter } from "./importer.ts";
import { known } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { damage } from "./scan/damage.ts";
import { type Distribution, distribution } from "./scan/distribution.ts";
import { rowScanner } from "./scan/rows.ts";

const line = /^\d+ \d+ (?:\d+|skipped|failed|serialization|deadlock) \d+ \d{10} \d{1,6}(?: \d+)*$/;

/** `pgbench -l`: client, number, time (µs), script, and when the transaction ended (s and µs since 1970). */
export const pgbenchLog: StreamImporter = {
  name: "pgbench-log",
  title: "pgbench log (-l)",
  tool: "pgbench",
  sign: "no header, and lines like `0 1 18183 0 1795435825 732680`",
  claims: ({ text }) => line.test(/^.*$/m.exec(text)![0]),
  open(sniff) {
    const scripts = new Map<string, Script>();
    const damaged = damage(sniff);
    let rows = 0;
    const scanner = rowScanner(
      " ",
      (row) => {
        const end = row.number(4) + row.number(5) / 1e6;
        if (!row.closed && row.count < 6) return damaged.cut(row.line);
        if (row.length(4) !== 10 || Number.isNaN(end)) return damaged.add(row.line, "no transaction");
        rows++;
        let script = scripts.get(row.text(3));
        if (script === undefined) scripts.set(row.text(3), (script = newScript()));
        script.clients.add(row.number(0));
        const micro = row.number(2);
        if (Number.isNaN(micro)) script.failed++;
        else script.times.record(micro * 1e3);
        script.first = Math.min(script.first, end - (micro || 0) / 1e6);
        script.last = Math.max(script.last, end);
      },
      5,
    );
    return {
      push: scanner.push,
      end() {
        scanner.end();
        const all = [...scripts].toSorted(([a], [b]) => Number(a) - Number(b));
        return {
          format: "pgbench-log",
          tool: "pgbench",
          toolVersion: null,
          points: all.map(([number, script]) => toPoint(all.length > 1 ? `script ${number}` : null, script)),
          rows,
          load: {
            loop: "unknown",
            coordinatedOmission: "unknown",
            errors: "transactions that failed or, with --latency-limit, were skipped",
            throughput: "transactions per second between the first that began and the last that ended",
          },
          assumed: [
            "The log does not say whether --rate was used: then times begin when a transaction was due.",
            "With several threads (-j) each writes a log of its own: join them into one file.",
          ],
          environment: {},
          warnings: damaged.warnings,
        };
      },
    };
  },
};

interface Script {
  readonly times: Distribution;
  readonly clients: Set<number>;
  failed: number;
  first: number;
  last: number;
}

function newScript(): Script {
  const [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { times: distribution(), clients: new Set(), failed: 0, first, last };
}

function toPoint(series: string | null, { times, clients, failed, first, last }: Script): Point {
  const duration = last > first ? last - first : null;
  const latency = times.figures("samples");
  return {
    series,
    labels: series === null ? {} : { script: series },
    x: [{ name: "concurrency", value: clients.size, unit: null }],
    metrics: known<Figures>({
      throughput: duration === null ? null : { stats: { value: times.count / duration } },
      latency: latency === null ? null : { ...latency, resolution: 1e-6 },
      errors: { stats: { value: failed } },
      error_ratio: share(failed, times.count + failed),
    }),
    counts: { transactions: times.count, errors: failed },
    duration,
    time: first,
    flags: [],
  };
}
