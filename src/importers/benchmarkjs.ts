import { failedBenchmark } from "./failed.ts";
import { flag } from "./flags.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { listed, noLoad } from "./listed.ts";
import type { Figures, Point } from "./reading.ts";
import type { Sniff } from "./sniff.ts";

/** `JSON.stringify(suite)` of benchmark.js, whose members are keyed "0", "1" …, or a list of benchmarks. Times are seconds. */
export const benchmarkJs: WholeImporter = {
  name: "benchmarkjs",
  title: "benchmark.js suite (JSON)",
  tool: "benchmark.js",
  sign: "JSON with benchmarks that have name, hz and stats with rme, deviation and sample",
  claims: (sniff) => members(sniff).length > 0,
  read(sniff) {
    const all = members(sniff);
    return {
      format: "benchmarkjs-suite-json",
      tool: "benchmark.js",
      toolVersion: null,
      points: all.map(toPoint),
      load: noLoad,
      assumed: ["A sample is the mean of a cycle of calls. Operations per second are 1 / mean time."],
      environment: {},
      warnings: all
        .filter((one) => samplesOf(one).length === 0)
        .map((one) => failedBenchmark(sniff, stringAt(one, "name")!, stringAt(one, "error", "message"))),
    };
  },
};

/** The benchmarks of a suite, of a list, or one after another. */
function members({ json, documents }: Sniff): readonly Json[] {
  const values = isBenchmark(json)
    ? documents.map(({ value }) => value)
    : Array.isArray(json)
      ? listAt(json)
      : entriesAt(json).flatMap(([key, value]) => (/^\d+$/.test(key) ? [value] : []));
  return values.filter(isBenchmark);
}

function isBenchmark(json: Json | undefined): boolean {
  return (
    stringAt(json, "name") !== null &&
    numberAt(json, "stats", "rme") !== null &&
    Array.isArray(at(json, "stats", "sample"))
  );
}

function samplesOf(benchmark: Json): readonly number[] {
  return listAt(benchmark, "stats", "sample").filter((one) => typeof one === "number");
}

function toPoint(benchmark: Json): Point {
  const name = stringAt(benchmark, "name")!;
  const figures = listed(samplesOf(benchmark), "samples");
  const rate = numberAt(benchmark, "hz");
  const time = numberAt(benchmark, "times", "timeStamp");
  return {
    series: name,
    labels: { benchmark: name },
    fullName: name,
    x: [],
    metrics:
      figures === null
        ? { time_per_op: { stats: { mean: null, stdev: null }, n: 0, nOf: "samples" } }
        : {
            time_per_op: { ...figures, ...interval(benchmark) },
            ...(rate === null ? {} : { ops_rate: { stats: { value: rate } } }),
          },
    counts: {},
    duration: numberAt(benchmark, "times", "elapsed"),
    ...(time === null ? {} : { time: time / 1e3 }),
    flags: figures === null ? [flag("sentinel", "no sample was taken: its 0 s is no time", "time_per_op", "mean")] : [],
  };
}

/** benchmark.js takes the margin from a table of t for 95 %. */
function interval(benchmark: Json): Pick<Figures, "ci"> {
  const mean = numberAt(benchmark, "stats", "mean");
  const margin = numberAt(benchmark, "stats", "moe");
  if (mean === null || margin === null) return {};
  return { ci: { low: mean - margin, high: mean + margin, level: 0.95, method: "t" } };
}
