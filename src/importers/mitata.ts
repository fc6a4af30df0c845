import { failedBenchmark } from "./failed.ts";
import { placeNames } from "./grouped.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { numericParameters, type Parameters } from "./parameters.ts";
import type { Figures, Point } from "./reading.ts";
import { sampleHistogram } from "./sample-histogram.ts";

/** `run({format: "json"})` of mitata 1, and `run({json: true})` of 0.1. Times are nanoseconds. */
export const mitata: WholeImporter = {
  name: "mitata",
  title: "mitata JSON",
  tool: "mitata",
  sign: "JSON with benchmarks, and layout and context or cpu and runtime beside them",
  claims: ({ json }) =>
    Array.isArray(at(json, "benchmarks")) &&
    ((Array.isArray(at(json, "layout")) && at(json, "context") !== undefined) ||
      (stringAt(json, "runtime") !== null && stringAt(json, "cpu") !== null)),
  read(sniff) {
    const json = sniff.json!;
    const runs = listAt(json, "benchmarks").flatMap((benchmark) => runsOf(json, benchmark));
    const names = placeNames(runs);
    const context = at(json, "context");
    const runtime = [stringAt(context, "runtime"), stringAt(context, "version")]
      .filter((word) => word !== null)
      .join(" ");
    const variant = runtime || stringAt(json, "runtime");
    return {
      format: "mitata-json",
      tool: "mitata",
      toolVersion: null,
      points: runs.map((run, i) => toPoint(run, { ...names[i]!, variant: names[i]!.variant ?? variant })),
      load: noLoad,
      assumed: ["Percentiles are single samples; a sample is the mean of a batch where one call is too short to time."],
      environment: known({
        runtime: variant,
        arch: stringAt(context, "arch"),
        cpu: stringAt(context, "cpu", "name") ?? stringAt(json, "cpu"),
      }),
      warnings: runs
        .filter((run) => at(run.json, "error") !== undefined)
        .map((run) => failedBenchmark(sniff, run.title, stringAt(run.json, "error", "message"))),
    };
  },
};

interface Run {
  readonly json: Json;
  readonly group: string | null;
  readonly name: string;
  /** With its arguments in it, as mitata prints it. */
  readonly title: string;
  readonly given: string;
  readonly parameters: Parameters;
}

/** The runs of a benchmark, one a combination of arguments; version 0.1 had one, and no list. */
function runsOf(json: Json, benchmark: Json): Run[] {
  const list = at(benchmark, "runs") === undefined ? [benchmark] : listAt(benchmark, "runs");
  const alias = stringAt(benchmark, "alias") ?? stringAt(benchmark, "name") ?? "";
  const layout = numberAt(benchmark, "group");
  const group = layout === null ? stringAt(benchmark, "group") : stringAt(json, "layout", layout, "name");
  return list.map((run) => {
    const args = entriesAt(run, "args").map(([name, value]) => [name, textOf(value)] as const);
    return {
      json: run,
      group,
      name: alias,
      title: stringAt(run, "name") ?? alias,
      given: args.map(([name, text]) => `${name}=${text}`).join(", "),
      parameters: Object.fromEntries(args),
    };
  });
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function toPoint(run: Run, { series, fullName, variant }: ReturnType<typeof placeNames>[number]): Point {
  const stats = at(run.json, "stats");
  const iterations = numberAt(stats, "ticks");
  // Mitata's own title has in it what the author wanted to be there; where that is all, it is the better name.
  const told = Object.keys(run.parameters).every((name) => run.name.includes(`$${name}`));
  return {
    series,
    labels: { ...run.parameters, ...known({ benchmark: run.title, group: run.group, variant, ...errorOf(run.json) }) },
    fullName: told && fullName.startsWith(run.name) ? run.title : fullName,
    parameters: run.parameters,
    x: numericParameters(run.parameters),
    metrics: known<Figures>({
      time_per_op: times(stats),
      allocated: figuresOf(at(stats, "heap"), 1, { mean: "avg", min: "min", max: "max" }),
    }),
    counts: known({ iterations }),
    duration: null,
    flags: [],
  };
}

function errorOf(run: Json): { error?: string } {
  const error = stringAt(run, "error", "message");
  return error === null ? {} : { error };
}

const statistics = {
  mean: "avg",
  min: "min",
  max: "max",
  p25: "p25",
  p50: "p50",
  p75: "p75",
  p99: "p99",
  "p99.9": "p999",
};

function times(stats: Json | undefined): Figures | null {
  const figures = figuresOf(stats, 1e9, statistics);
  if (figures === null) return null;
  const samples = listAt(stats, "samples").filter((one) => typeof one === "number");
  if (samples.length === 0) return { ...figures, percentiles: "nearest-rank" };
  return {
    ...figures,
    n: samples.length,
    nOf: "samples",
    histogram: sampleHistogram(samples.map((nanoseconds) => nanoseconds / 1e9)),
    percentiles: "nearest-rank",
  };
}

/** Figures by their names here and in the file; null where the file has none of them. */
function figuresOf(json: Json | undefined, perUnit: number, names: Readonly<Record<string, string>>): Figures | null {
  const stats = Object.entries(names).flatMap(([stat, name]) => {
    const figure = numberAt(json, name);
    return figure === null ? [] : [[stat, figure / perUnit] as const];
  });
  return stats.length === 0 ? null : { stats: Object.fromEntries(stats) };
}
