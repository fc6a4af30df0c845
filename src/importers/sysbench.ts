import type { Diagnostic } from "../source/diagnostic.ts";
import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { known, percentileName } from "./known.ts";
import { numberIn, parseNumber } from "./number.ts";
import type { Figures, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { splitReports } from "./split.ts";

/** sysbench's text (version 1); a file may hold several reports. Its times are milliseconds. */
export const sysbench: WholeImporter = {
  name: "sysbench",
  title: "sysbench text report",
  tool: "sysbench",
  sign: "the lines `General statistics:` and `total number of events: 24318`",
  claims: ({ text }) => /^General statistics:$/m.test(text) && /^Threads fairness:$/m.test(text),
  read(sniff) {
    const points: Point[] = [];
    const warnings: Diagnostic[] = [];
    const begun = splitReports(sniff, /^sysbench \d/);
    for (const { text, offset } of begun.length > 0 ? begun : [{ text: sniff.text, offset: 0 }]) {
      const point = toPoint(text);
      if (point !== null) points.push(point);
      else {
        const help = "Let the run finish: sysbench prints its figures at the end.";
        warnings.push(warn(sniff, offset, "report-incomplete", "this report has no number of events: left out", help));
      }
    }
    return {
      format: "sysbench-text",
      tool: "sysbench",
      toolVersion: /^sysbench (\S+)/m.exec(sniff.text)?.[1] ?? null,
      points,
      load: {
        loop: /^Target transaction rate: /m.test(sniff.text) ? "open" : "closed",
        coordinatedOmission: /^Target transaction rate: /m.test(sniff.text) ? "none" : "present",
        errors: "ignored errors of queries, where the test has them",
        throughput: "events per second",
      },
      assumed: ["The figures of threads' fairness are between threads: no deviation of the latency."],
      environment: {},
      warnings,
    };
  },
};

function toPoint(text: string): Point | null {
  const number = (pattern: RegExp) => numberIn(text, pattern);
  const events = number(/^\s+total number of events:\s+(\d+)/m);
  if (events === null) return null;
  const duration = number(/^\s+(?:total time|time elapsed):\s+([\d.]+)s/m);
  // The CPU test prints its rate; others leave it to division.
  const rate =
    number(/^\s+events per second:\s+([\d.]+)/m) ?? (duration !== null && duration > 0 ? events / duration : null);
  const threads = number(/^Number of threads: (\d+)/m);
  const latency = /^Latency \(ms\):\n((?: .*\n?)+)/m.exec(text)?.[1] ?? "";
  const milliseconds = (name: string) => {
    const cell = new RegExp(`^\\s+${name}:\\s+(\\S+)`, "m").exec(latency)?.[1];
    const figure = cell === undefined ? null : parseNumber(cell);
    return figure === null ? null : figure / 1e3;
  };
  const percent = /^\s+(\d+)th percentile:/m.exec(latency)?.[1];
  const { stats, flags } = resolved(
    "latency",
    known({
      min: milliseconds("min"),
      mean: milliseconds("avg"),
      max: milliseconds("max"),
      // --percentile=0 turns it off.
      ...(percent === undefined || percent === "0"
        ? {}
        : { [percentileName(percent)]: milliseconds(`${percent}th percentile`) }),
    }),
    "0.00 ms: under 0.005 ms",
  );
  const transactions = number(/^\s+transactions:\s+(\d+)/m);
  const ignored = number(/^\s+ignored errors:\s+(\d+)/m);
  return {
    series: null,
    labels: {},
    x: threads === null ? [] : [{ name: "threads", value: threads, unit: null }],
    metrics: known<Figures>({
      ops_rate: rate === null ? null : { stats: { value: rate } },
      latency:
        events === 0
          ? null
          : { stats, n: events, nOf: "iterations", resolution: 1e-5, percentiles: "unknown", ...distributionIn(text) },
      errors: ignored === null ? null : { stats: { value: ignored } },
    }),
    counts: known({ events, transactions, errors: ignored }),
    duration,
    flags: events === 0 ? [] : flags,
  };
}

/** The table of --histogram: values in milliseconds and how often they occurred. */
function distributionIn(text: string): Pick<Figures, "histogram"> {
  const begin = text.search(/^Latency histogram \(values are in milliseconds\)$/m);
  if (begin < 0) return {};
  const rows = [...text.slice(begin).matchAll(/^ +([\d.]+) \|\** +(\d+)$/gm)];
  if (rows.length === 0) return {};
  return { histogram: { values: rows.map((row) => Number(row[1]) / 1e3), counts: rows.map((row) => Number(row[2])) } };
}
