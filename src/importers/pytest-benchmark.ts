import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { numericParameters } from "./parameters.ts";
import type { Figures, Point } from "./reading.ts";
import { sampleHistogram } from "./sample-histogram.ts";

/** `pytest --benchmark-json`: seconds per call, over rounds of as many calls as `iterations` says. */
export const pytestBenchmark: WholeImporter = {
  name: "pytest-benchmark",
  title: "pytest-benchmark JSON",
  tool: "pytest-benchmark",
  sign: "JSON with machine_info and benchmarks that have stats with rounds",
  claims: ({ json }) => at(json, "machine_info") !== undefined && at(json, "benchmarks") !== undefined,
  read({ json }) {
    const all = listAt(json, "benchmarks");
    const modules = new Set(all.map(moduleOf));
    return {
      format: "pytest-benchmark-json",
      tool: "pytest-benchmark",
      toolVersion: stringAt(json, "version"),
      points: all.map((one) => toPoint(one, modules.size > 1, timeOf(json))),
      load: noLoad,
      assumed: [],
      environment: known({
        machine: at(json, "machine_info"),
        commit: stringAt(json, "commit_info", "id"),
        branch: stringAt(json, "commit_info", "branch"),
        dirty: at(json, "commit_info", "dirty"),
      }),
      warnings: [],
    };
  },
};

function toPoint(json: Json, several: boolean, time: number | null): Point {
  const name = stringAt(json, "name") ?? "";
  const prefix = several ? `${moduleOf(json)}: ` : "";
  const parameters = Object.fromEntries(
    entriesAt(json, "params").map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );
  const plain = Object.keys(parameters).length === 0 ? name : name.replace(/\[.*\]$/, "");
  const rounds = numberAt(json, "stats", "rounds");
  const iterations = numberAt(json, "stats", "iterations");
  return {
    series: prefix + plain,
    fullName: prefix + name,
    labels: {
      benchmark: prefix + name,
      ...parameters,
      ...known({ name, fullname: stringAt(json, "fullname"), group: stringAt(json, "group") }),
    },
    parameters,
    x: numericParameters(parameters),
    metrics: { time_per_op: figuresOf(json, rounds) },
    counts: known({ rounds, iterations }),
    duration: null,
    ...(time === null ? {} : { time }),
    flags: [],
  };
}

/** `tests/test_sort.py::test_list[10]` stands in `test_sort`. */
function moduleOf(json: Json): string {
  const file = (stringAt(json, "fullname") ?? "").split("::")[0]!;
  return file.split("/").at(-1)!.replace(/\.py$/, "");
}

/** The mean of each round is one value; more of them than a dataset lists are a distribution. */
function figuresOf(json: Json, rounds: number | null): Figures {
  const of = (name: string) => numberAt(json, "stats", name);
  const data = listAt(json, "stats", "data").filter((one) => typeof one === "number");
  return {
    stats: known({
      mean: of("mean"),
      median: of("median"),
      stdev: of("stddev"),
      min: of("min"),
      max: of("max"),
      p25: of("q1"),
      p75: of("q3"),
      iqr: of("iqr"),
    }),
    stdevKind: "sample",
    percentiles: "unknown",
    ...(rounds === null ? {} : { n: rounds, nOf: "samples" }),
    ...(data.length === 0 ? {} : data.length > 1000 ? { histogram: sampleHistogram(data) } : { runs: data }),
  };
}

function timeOf(json: Json | undefined): number | null {
  const text = stringAt(json, "datetime");
  // Without a zone it is UTC since version 3.1.
  const milliseconds = text === null ? Number.NaN : Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(milliseconds) ? null : milliseconds / 1e3;
}
