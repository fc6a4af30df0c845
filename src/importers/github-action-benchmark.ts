import type { Better } from "../benchmark/dataset.ts";
import { placeNames } from "./grouped.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, jsonDocuments, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { parseNumber } from "./number.ts";
import type { Figures, Point } from "./reading.ts";
import type { Sniff } from "./sniff.ts";
import { writtenUnit } from "./written-unit.ts";

const assumed = [
  "What a figure measures is told by its unit alone; MB are 1000² bytes, MiB 1024².",
  "Ranges are left out where the tool does not say what they are.",
];

/** The list that the action's customBiggerIsBetter and customSmallerIsBetter take. Which of them it is for is not in it. */
export const githubActionCustom: WholeImporter = {
  name: "github-action-benchmark-custom",
  title: "github-action-benchmark custom results (JSON)",
  tool: "github-action-benchmark",
  sign: "a JSON list of results with name, unit and value",
  claims: ({ json }) => Array.isArray(json) && json.length > 0 && listAt(json).every(isResult),
  read: ({ json }) => ({
    format: "github-action-benchmark-custom-json",
    tool: "github-action-benchmark",
    toolVersion: null,
    points: listAt(json).map((one) => toPoint(one, { series: stringAt(one, "name")! }, null)),
    load: noLoad,
    assumed: [...assumed, "Whether more is better is not in the file: it is the tool's name in the workflow."],
    environment: {},
    warnings: [],
  }),
};

/** The action's history, `data.js` or the JSON in it: results of each commit, over its date. */
export const githubActionHistory: WholeImporter = {
  name: "github-action-benchmark",
  title: "github-action-benchmark history (data.js)",
  tool: "github-action-benchmark",
  sign: "a line `window.BENCHMARK_DATA = {`, or JSON with lastUpdate and entries",
  claims: (sniff) => {
    const json = /^\s*window\.BENCHMARK_DATA\s*=/.test(sniff.text) ? historyOf(sniff) : sniff.json;
    return at(json, "lastUpdate") !== undefined && at(json, "entries") !== undefined;
  },
  read(sniff) {
    const results = entriesAt(historyOf(sniff), "entries").flatMap(([suite, commits]) =>
      listAt(commits).flatMap((commit) =>
        listAt(commit, "benches")
          .filter(isResult)
          .map((json) => ({ suite, commit, json })),
      ),
    );
    const names = placeNames(results.map(({ suite, json }) => ({ group: suite, name: stringAt(json, "name")! })));
    return {
      format: "github-action-benchmark-data-js",
      tool: "github-action-benchmark",
      toolVersion: null,
      points: results.map(({ suite, commit, json }, i) => ofCommit(json, suite, commit, names[i]!)),
      load: noLoad,
      assumed,
      environment: {},
      warnings: [],
    };
  },
};

/** The value behind `window.BENCHMARK_DATA =`, or the file's own. */
function historyOf({ text, json }: Sniff): Json | undefined {
  const begin = /^\s*window\.BENCHMARK_DATA\s*=\s*/.exec(text);
  return begin === null ? json : jsonDocuments(text.slice(begin[0].length)).next().value?.value;
}

function isResult(json: Json): boolean {
  return stringAt(json, "name") !== null && stringAt(json, "unit") !== null && numberAt(json, "value") !== null;
}

type Name = Pick<Point, "series"> & Partial<Pick<Point, "fullName">>;

/** `tool` is what the action was told to read; null where the file does not say. */
function toPoint(json: Json, name: Name, tool: string | null): Point {
  const unit = stringAt(json, "unit")!;
  const { metric, toBase, described } = writtenUnit(unit, directionOf(tool));
  const value = numberAt(json, "value")!;
  return {
    ...name,
    labels: { benchmark: stringAt(json, "name")!, unit },
    x: [],
    metrics: {
      [metric]: {
        stats: { value: toBase(value) },
        ...spreadOf(value, at(json, "range"), tool, toBase),
        ...(described === undefined ? {} : { metric: described }),
      },
    },
    counts: {},
    duration: null,
    flags: [],
  };
}

function ofCommit(json: Json, suite: string, commit: Json, { series, fullName }: Name): Point {
  const milliseconds = numberAt(commit, "date");
  const tool = stringAt(commit, "tool");
  const point = toPoint(json, { series, ...(fullName === undefined ? {} : { fullName }) }, tool);
  return {
    ...point,
    labels: { ...point.labels, suite, ...known({ tool, commit: stringAt(commit, "commit", "id") }) },
    x: milliseconds === null ? [] : [{ name: "time", value: milliseconds / 1e3, unit: "s" }],
    ...(milliseconds === null ? {} : { time: milliseconds / 1e3 }),
  };
}

function directionOf(tool: string | null): Better | null {
  return tool === "customBiggerIsBetter" ? "higher" : tool === "customSmallerIsBetter" ? "lower" : null;
}

/** What `± 20` is: benchmark.js writes half of its 95 % interval in percent, BenchmarkDotNet its standard deviation. */
function spreadOf(
  value: number,
  range: Json | undefined,
  tool: string | null,
  toBase: (figure: number) => number,
): Partial<Figures> {
  const [, figure = "", percent] =
    /^(?:±|\+-)\s*([\d.,]+)(%?)$/.exec(typeof range === "string" ? range.trim() : "") ?? [];
  const number = parseNumber(figure);
  if (number === null) return {};
  if (tool === "benchmarkjs" && percent === "%") {
    const half = (value * number) / 100;
    return { ci: { low: toBase(value - half), high: toBase(value + half), level: 0.95, method: "t" } };
  }
  if (tool !== "benchmarkdotnet" || percent === "%") return {};
  return { stats: { value: toBase(value), stdev: toBase(number) }, stdevKind: "sample" };
}
