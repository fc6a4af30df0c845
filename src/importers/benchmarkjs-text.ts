import type { WholeImporter } from "./importer.ts";
import { noLoad } from "./listed.ts";
import { parseNumber } from "./number.ts";
import type { Point } from "./reading.ts";

/** A name may have ` x ` in it: the figures are behind the last. */
const result = /^\s*(\S.*) x ([\d,]+(?:\.\d+)?) ops\/sec (?:±|\+-)\s*([\d.]+)% \((\d+) runs? sampled\)\s*$/gm;

/** What benchmark.js prints for a benchmark (`String(event.target)`), a line each. */
export const benchmarkJsText: WholeImporter = {
  name: "benchmarkjs-text",
  title: "benchmark.js text",
  tool: "benchmark.js",
  sign: "lines `fib(20) x 11,465 ops/sec ±1.12% (91 runs sampled)`",
  claims: ({ text }) => text.search(result) >= 0,
  read({ text }) {
    return {
      format: "benchmarkjs-text",
      tool: "benchmark.js",
      toolVersion: null,
      points: [...text.matchAll(result)].map(toPoint),
      load: noLoad,
      assumed: ["Operations per second are 1 / mean time; the interval around them is that of the time, in percent."],
      environment: {},
      warnings: [],
    };
  },
};

function toPoint([, name = "", figure = "", percent, runs]: RegExpMatchArray): Point {
  const rate = parseNumber(figure)!;
  const margin = (rate * Number(percent)) / 100;
  return {
    series: name,
    labels: { benchmark: name },
    fullName: name,
    x: [],
    metrics: {
      ops_rate: {
        stats: { value: rate },
        n: Number(runs),
        nOf: "samples",
        ci: { low: rate - margin, high: rate + margin, level: 0.95, method: "t" },
      },
    },
    counts: {},
    duration: null,
    flags: [],
  };
}
