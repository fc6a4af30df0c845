import type { Diagnostic } from "../source/diagnostic.ts";
import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { numberIn } from "./number.ts";
import { share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { splitReports } from "./split.ts";

/** pgbench's text; a file may hold several reports. Its times are milliseconds. */
export const pgbench: WholeImporter = {
  name: "pgbench",
  title: "pgbench text report",
  tool: "pgbench",
  sign: "the lines `number of transactions actually processed: 27588` and `tps = 6895.567446`",
  claims: ({ text }) => /^number of transactions actually processed: /m.test(text) && /^tps = /m.test(text),
  read(sniff) {
    const points: Point[] = [];
    const warnings: Diagnostic[] = [];
    for (const { text, offset } of splitReports(sniff, /^transaction type: /)) {
      const point = toPoint(text);
      if (point !== null) points.push(point);
      else
        warnings.push(
          warn(sniff, offset, "report-incomplete", "this report has no tps: left out", "Let the run finish."),
        );
    }
    const paced = /^rate limit schedule lag/m.test(sniff.text);
    return {
      format: "pgbench-text",
      tool: "pgbench",
      toolVersion: /^pgbench \(([\d.]+\S*)/m.exec(sniff.text)?.[1] ?? null,
      points,
      load: {
        loop: paced ? "open" : "closed",
        coordinatedOmission: paced ? "none" : "present",
        ...(paced ? { latencyFrom: "intended-start" } : {}),
        errors: "transactions that failed with a serialization failure or a deadlock",
        throughput: "transactions per second, without the time to connect where pgbench prints both",
      },
      assumed: [],
      environment: {},
      warnings,
    };
  },
};

function toPoint(text: string): Point | null {
  const number = (pattern: RegExp) => numberIn(text, pattern);
  const milliseconds = (pattern: RegExp) => {
    const figure = number(pattern);
    return figure === null ? null : figure / 1e3;
  };
  // Versions before 14 print two rates: with and without the time that connecting took.
  const tps =
    number(/^tps = (\S+) \((?:without initial connection time|excluding connections establishing)\)/m) ??
    number(/^tps = (\S+)/m);
  const transactions = number(/^number of transactions actually processed: (\d+)/m);
  if (tps === null || transactions === null) return null;
  const clients = number(/^number of clients: (\d+)/m);
  const failed = number(/^number of failed transactions: (\d+)/m);
  const stats = known({
    mean: milliseconds(/^latency average(?: =|:) (\S+) ms/m),
    stdev: milliseconds(/^latency stddev(?: =|:) (\S+) ms/m),
  });
  const script = /^transaction type: (.*\S)/m.exec(text)?.[1];
  const scale = number(/^scaling factor: (\d+)/m);
  return {
    series: null,
    labels: known({ script, mode: /^query mode: (\S+)/m.exec(text)?.[1] }),
    x: [
      { name: "concurrency", value: clients, unit: null },
      { name: "threads", value: number(/^number of threads: (\d+)/m), unit: null },
      { name: "scale", value: scale, unit: null },
    ].flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }])),
    metrics: known<Figures>({
      throughput: { stats: { value: tps } },
      latency:
        Object.keys(stats).length === 0 || transactions === 0
          ? null
          : { stats, n: transactions, nOf: "iterations", resolution: 1e-6 },
      errors: failed === null ? null : { stats: { value: failed } },
      error_ratio: failed === null ? null : share(failed, transactions + failed),
    }),
    counts: known({ transactions, errors: failed }),
    duration: number(/^duration: (\d+) s/m),
    flags: [],
  };
}
