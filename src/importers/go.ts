import { type GoLine, goEvents, goOutput } from "./go-lines.ts";
import { type GoName, goName } from "./go-names.ts";
import { goUnit } from "./go-units.ts";
import type { WholeImporter } from "./importer.ts";
import { stringAt } from "./json.ts";
import { known } from "./known.ts";
import { listed, noLoad } from "./listed.ts";
import { isNumber, numericParameters } from "./parameters.ts";
import type { Better } from "../benchmark/dataset.ts";
import type { Figures, Point, Reading } from "./reading.ts";

const line = /^Benchmark(?![a-z])\S*\s+\d+\s+[\d.]+(?:e[+-]?\d+)?\s+\S*[a-zA-Z]/m;

/** What `go test -bench` prints, and what benchstat takes; lines of one name (-count) are runs of it. */
export const go: WholeImporter = {
  name: "go",
  title: "Go benchmarks (go test -bench)",
  tool: "go",
  sign: "a line `BenchmarkSort/n=100-8   12825   12495 ns/op`",
  claims: ({ text, json }) =>
    json === undefined && (line.test(text) || (/^Benchmark(?![a-z])\S*\s/m.test(text) && /\d ns\/op\b/.test(text))),
  read: (sniff) => toReading("go-testing-B-text", sniff.text),
};

/** The events of `go test -bench . -json`, which cut lines into pieces. */
export const goJson: WholeImporter = {
  name: "go-json",
  title: "Go benchmarks as events (go test -json)",
  tool: "go",
  sign: "lines of JSON with Action, Package and Output",
  claims: ({ json, text }) =>
    stringAt(json, "Action") !== null && stringAt(json, "Package") !== null && text.includes("Benchmark"),
  read: (sniff) => toReading("go-test-json", goEvents(sniff.documents.map((one) => one.value))),
};

function toReading(format: string, text: string): Reading {
  const { lines, better } = goOutput(text);
  const groups = new Map<string, GoLine[]>();
  for (const one of lines) {
    const key = JSON.stringify([one.name, one.config]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const names = [...groups.values()].map((group) => ({ group, name: goName(group[0]!.name) }));
  const several = new Set(names.map(({ name }) => name.procs)).size > 1;
  const plain = names.every(({ name }) => Object.values(name.parameters).every(isNumber));
  const common: Common = { packages: packagesOf(lines), differing: differing(lines), plain, several, better };
  return {
    format,
    tool: "go",
    toolVersion: null,
    points: names.map(({ group, name }) => toPoint(group, name, common)),
    load: noLoad,
    assumed: lines.some((one) => goName(one.name).procs > 1)
      ? ["A number behind the last hyphen of a name is GOMAXPROCS."]
      : [],
    environment: settings(lines),
    warnings: [],
  };
}

/** What the lines of one name have to know of all others. */
interface Common {
  readonly packages: ReadonlyMap<string, string>;
  /** Settings above the results that are not everywhere the same: a commit, a branch, a machine. */
  readonly differing: readonly string[];
  /** Whether parameters are numbers alone, so that whole names are the places over names. */
  readonly plain: boolean;
  /** Whether GOMAXPROCS differs. */
  readonly several: boolean;
  readonly better: ReadonlyMap<string, Better>;
}

function toPoint(
  lines: readonly GoLine[],
  { series, full, parameters, procs }: GoName,
  { packages, differing: keys, plain, several, better }: Common,
): Point {
  const { name, config } = lines[0]!;
  const prefix = packages.get(config["pkg"] ?? "") ?? "";
  const settings = known(Object.fromEntries(keys.map((key) => [key, config[key]])));
  const variant = Object.values(settings).join(" ");
  const set = { ...parameters, ...(several ? { gomaxprocs: String(procs) } : {}), ...settings };
  return {
    series: prefix + series,
    ...(plain ? { fullName: prefix + (several ? `${full}-${procs}` : full) } : {}),
    labels: {
      benchmark: prefix + full,
      name,
      ...config,
      ...parameters,
      gomaxprocs: String(procs),
      ...(variant === "" ? {} : { variant }),
    },
    parameters: set,
    x: numericParameters({ ...parameters, gomaxprocs: String(procs) }),
    metrics: figuresOf(lines, better),
    counts: { iterations: lines.reduce((sum, one) => sum + one.iterations, 0) },
    duration: null,
    flags: [],
  };
}

function figuresOf(lines: readonly GoLine[], better: ReadonlyMap<string, Better>): Record<string, Figures> {
  const units = new Set(lines.flatMap(({ figures }) => figures.map((one) => one.unit)));
  return Object.fromEntries(
    [...units].flatMap((text) => {
      const { metric, per, times, described } = goUnit(text, better.get(text) ?? null);
      const values = lines.flatMap(({ figures }) => figures.find((one) => one.unit === text)?.value ?? []);
      const figures = listed(
        values.map((value) => (value * times) / per),
        "runs",
      );
      return figures === null ? [] : [[metric, described === undefined ? figures : { ...figures, metric: described }]];
    }),
  );
}

/** Packages are named only where a file has several: by the last part of their path. */
function packagesOf(lines: readonly GoLine[]): Map<string, string> {
  const paths = [...new Set(lines.map(({ config }) => config["pkg"] ?? ""))];
  const last = (path: string) => path.split("/").at(-1)!;
  const short = new Set(paths.map(last)).size === paths.length;
  return new Map(paths.map((path) => [path, paths.length < 2 ? "" : `${short ? last(path) : path}.`]));
}

/** The settings above the results, where all results have the same. */
function settings(lines: readonly GoLine[]): Record<string, string> {
  const apart = new Set(differing(lines));
  return Object.fromEntries(Object.entries(lines[0]?.config ?? {}).filter(([key]) => key !== "pkg" && !apart.has(key)));
}

function differing(lines: readonly GoLine[]): string[] {
  const keys = new Set(lines.flatMap(({ config }) => Object.keys(config)));
  return [...keys].filter((key) => key !== "pkg" && new Set(lines.map(({ config }) => config[key])).size > 1);
}
