import type { WholeImporter } from "./importer.ts";
import { at, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { listed, noLoad } from "./listed.ts";
import type { Figures, Point } from "./reading.ts";

/** pyperf's JSON: the values of many processes. Runs without values calibrated, and warm-ups stand apart. */
export const pyperf: WholeImporter = {
  name: "pyperf",
  title: "pyperf JSON",
  tool: "pyperf",
  sign: "JSON with version and benchmarks that have runs with metadata and values",
  claims: ({ json }) =>
    stringAt(json, "version") !== null && at(json, "benchmarks", 0, "runs", 0, "metadata") !== undefined,
  read({ json }) {
    const all = listAt(json, "benchmarks");
    return {
      format: "pyperf-json",
      tool: "pyperf",
      toolVersion: metadata(json, undefined, "pyperf_version") ?? metadata(json, undefined, "perf_version"),
      points: all.map((one) => toPoint(json!, one)),
      load: noLoad,
      assumed: [],
      environment: environmentOf(json!, all),
      warnings: [],
    };
  },
};

/** Stands with the benchmark, or at the top where all have the same. */
function metadata(json: Json | undefined, benchmark: Json | undefined, name: string): string | null {
  return stringAt(benchmark, "metadata", name) ?? stringAt(json, "metadata", name);
}

function toPoint(json: Json, benchmark: Json): Point {
  const runs = listAt(benchmark, "runs");
  const valuesOf = (run: Json) => listAt(run, "values").filter((one) => typeof one === "number");
  const values = runs.flatMap(valuesOf);
  const loops = numberAt(benchmark, "metadata", "loops") ?? numberAt(json, "metadata", "loops");
  const name = metadata(json, benchmark, "name");
  const python = metadata(json, benchmark, "python_version");
  return {
    series: name,
    labels: known({ benchmark: name, python, implementation: metadata(json, benchmark, "python_implementation") }),
    x: [],
    metrics: figuresOf(metadata(json, benchmark, "unit") ?? "second", values),
    counts: known({
      runs: runs.length,
      runs_with_values: runs.filter((run) => valuesOf(run).length > 0).length,
      loops,
    }),
    duration: null,
    flags: [],
  };
}

/** Values are of one loop each, in the unit that the metadata names. */
function figuresOf(unit: string, values: readonly number[]): Record<string, Figures> {
  const figures = listed(values, "samples");
  if (figures === null) return {};
  if (unit === "second") return { time_per_op: figures };
  if (unit === "byte") return { memory: figures };
  return { value: { ...figures, metric: { label: unit, unit: "1", display: "1", better: null, denominator: null } } };
}

const settings = (
  "python_version python_implementation platform cpu_model_name cpu_count cpu_affinity cpu_config cpu_freq " +
  "aslr timer python_compiler python_cflags hostname"
).split(" ");

/** What all benchmarks were measured on, and the version of the file's format. */
function environmentOf(json: Json, all: readonly Json[]): Record<string, unknown> {
  const found = settings.map((name) => {
    const values = all.map((one) => at(one, "metadata", name) ?? at(json, "metadata", name));
    return [name, values.every((value) => value === values[0]) ? values[0] : null] as const;
  });
  return known({ ...Object.fromEntries(found), pyperf_format: stringAt(json, "version") });
}
