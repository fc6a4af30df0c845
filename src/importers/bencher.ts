import type { Metric } from "../benchmark/dataset.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt } from "./json.ts";
import { percentileName } from "./known.ts";
import { noLoad } from "./listed.ts";
import { numericParameters, type Parameters } from "./parameters.ts";
import type { Figures, Point } from "./reading.ts";

/** Bencher Metric Format: benchmarks by name, in them measures by name. It holds no units. */
export const bencher: WholeImporter = {
  name: "bencher",
  title: "Bencher Metric Format (BMF)",
  tool: "bencher",
  sign: "JSON of benchmarks that hold measures with a value, such as `latency`",
  claims: ({ json }) => {
    const benchmarks = entriesAt(json);
    return benchmarks.length > 0 && benchmarks.every(([, one]) => measured(one).length > 0);
  },
  read({ json }) {
    const all = entriesAt(json).flatMap(([name, one]) => measured(one).map((set) => ({ name, set })));
    const bounds = all.some(({ set }) =>
      set.measures.some(([, one]) => ["lower_value", "upper_value"].some((key) => at(one, key) !== undefined)),
    );
    return {
      format: "bencher-metric-format",
      tool: "bencher",
      toolVersion: null,
      points: all.map(({ name, set }) => toPoint(name, set)),
      load: noLoad,
      assumed: [
        "The file has no units: latency is nanoseconds, throughput operations per second, file-size bytes and build-time seconds by Bencher's convention.",
        ...(bounds
          ? [
              "lower_value and upper_value are left out: whether they bound a deviation, a quartile or an interval is not said.",
            ]
          : []),
      ],
      environment: {},
      warnings: [],
    };
  },
};

interface Measured {
  readonly parameters: Parameters;
  readonly measures: readonly (readonly [string, Json])[];
}

/** The measures of a benchmark; since version 1 there may be several sets of them, each for some parameters. */
function measured(benchmark: Json): Measured[] {
  const sets = Array.isArray(benchmark)
    ? listAt(benchmark).map((set) => ({ parameters: textsOf(set), measures: entriesAt(set, "measures") }))
    : [{ parameters: {}, measures: entriesAt(benchmark) }];
  const whole = sets.every(({ measures }) => measures.length > 0 && measures.every(([, one]) => isMeasure(one)));
  return whole ? sets : [];
}

/** All of a measure are numbers with known names: files of design tokens have texts for values. */
function isMeasure(json: Json): boolean {
  const entries = entriesAt(json);
  return (
    entries.length > 0 &&
    entries.every(([name, one]) => measureNames.test(name) && (typeof one === "number" || one === null))
  );
}

const measureNames = /^(?:value|lower_value|upper_value|p\d+(?:[._]\d+)?)$/;

function textsOf(set: Json): Parameters {
  const entries = entriesAt(set, "parameters").map(
    ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
  );
  return Object.fromEntries(entries);
}

function toPoint(name: string, { parameters, measures }: Measured): Point {
  const given = Object.entries(parameters).map(([key, text]) => `${key}=${text}`);
  return {
    series: name,
    labels: { ...parameters, benchmark: name },
    ...(given.length === 0 ? {} : { fullName: `${name} (${given.join(", ")})` }),
    parameters,
    x: numericParameters(parameters),
    metrics: Object.fromEntries(measures.map(([measure, json]) => figuresOf(measure, json))),
    counts: {},
    duration: null,
    flags: [],
  };
}

interface Convention {
  readonly metric: string;
  readonly perUnit: number;
  readonly described?: Omit<Metric, "id">;
}

const builtIn: Readonly<Record<string, Convention>> = {
  latency: { metric: "time_per_op", perUnit: 1e9 },
  throughput: { metric: "ops_rate", perUnit: 1 },
  "file-size": {
    metric: "file_size",
    perUnit: 1,
    described: { label: "File size", unit: "B", display: "", better: "lower", denominator: null },
  },
  "build-time": {
    metric: "build_time",
    perUnit: 1,
    described: { label: "Build time", unit: "s", display: "", better: "lower", denominator: null },
  },
};

function figuresOf(measure: string, json: Json): [string, Figures] {
  const plain: Omit<Metric, "id"> = { label: measure, unit: "1", display: "1", better: null, denominator: null };
  const { metric, perUnit, described } = Object.hasOwn(builtIn, measure)
    ? builtIn[measure]!
    : { metric: measure, perUnit: 1, described: plain };
  const stats = entriesAt(json).flatMap(([name]) => {
    const figure = numberAt(json, name);
    const percent = /^p(\d+(?:[._]\d+)?)$/.exec(name)?.[1]?.replace("_", ".");
    const stat = name === "value" ? name : percent === undefined ? null : percentileName(percent);
    return stat === null || figure === null ? [] : [[stat, figure / perUnit] as const];
  });
  return [metric, { stats: Object.fromEntries(stats), ...(described === undefined ? {} : { metric: described }) }];
}
