import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import type { Figures, Point } from "./reading.ts";

const line = /^\d{10} \d+ \d+ \d+ \d+ \d+(?: \d+)*$/;

/** `pgbench -l --aggregate-interval`: a line an interval, with sums of times (µs) and of their squares. */
export const pgbenchIntervals: WholeImporter = {
  name: "pgbench-intervals",
  title: "pgbench log of intervals (--aggregate-interval)",
  tool: "pgbench",
  sign: "no header, and lines like `1795435831 11 41182 186879234 1902 8079`",
  claims: ({ text }) => line.test(/^.*$/m.exec(text)![0]),
  read({ text }) {
    const rows = text
      .split("\n")
      .filter((row) => line.test(row))
      .map((row) => row.split(" ").map(Number));
    const steps = rows.slice(1).map((row, i) => row[0]! - rows[i]![0]!);
    const step = steps.length === 0 ? null : Math.min(...steps);
    return {
      format: "pgbench-aggregate-log",
      tool: "pgbench",
      toolVersion: null,
      points: rows.map((row) => toPoint(row, step)),
      rows: rows.length,
      load: {
        loop: "unknown",
        coordinatedOmission: "unknown",
        errors: "transactions that were skipped with --latency-limit",
        throughput: "transactions that ended in an interval, per second of it",
      },
      assumed: [
        `An interval is ${step === null ? "of unknown length" : `${step} s`}: the first and the last may be cut, and their rates too low.`,
        "With several threads (-j) each writes a log of its own.",
      ],
      environment: {},
      warnings: [],
    };
  },
};

function toPoint(row: readonly number[], step: number | null): Point {
  const [start = 0, count = 0, sum = 0, squares = 0, min = 0, max = 0] = row;
  const mean = sum / count;
  const variance = Math.max(0, squares / count - mean ** 2);
  const skipped = row.length >= 11 ? row[10]! : null;
  return {
    series: null,
    labels: {},
    x: [{ name: "time", value: start, unit: "s" }],
    metrics: known<Figures>({
      throughput: step === null || step === 0 ? null : { stats: { value: count / step } },
      latency:
        count === 0
          ? null
          : {
              stats: { mean: mean / 1e6, stdev: Math.sqrt(variance) / 1e6, min: min / 1e6, max: max / 1e6 },
              n: count,
              nOf: "requests",
              stdevKind: "population",
              resolution: 1e-6,
            },
      errors: skipped === null ? null : { stats: { value: skipped } },
    }),
    counts: known({ transactions: count, errors: skipped }),
    duration: step,
    time: start,
    flags: [],
  };
}
