import { failedBenchmark } from "./failed.ts";
import { placeNames } from "./grouped.ts";
import type { WholeImporter } from "./importer.ts";
import { type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import type { Figures, Point } from "./reading.ts";
import { tinybenchFigures, tinybenchRate } from "./tinybench-figures.ts";

/** `vitest bench --outputJson`. Times are milliseconds. */
export const vitest: WholeImporter = {
  name: "vitest",
  title: "vitest bench JSON",
  tool: "vitest",
  sign: "JSON with files that have groups of benchmarks",
  claims: ({ json }) => listAt(json, "files").some((file) => listAt(file, "groups").some(isGroup)),
  read(sniff) {
    const all = listAt(sniff.json, "files").flatMap((file) => listAt(file, "groups").flatMap(benchmarksOf));
    const names = placeNames(all);
    return {
      format: "vitest-bench-json",
      tool: "vitest",
      toolVersion: null,
      points: all.map((one, i) => toPoint(one, names[i]!)),
      load: noLoad,
      assumed: ["Operations per second are 1 / mean time."],
      environment: {},
      warnings: all
        .filter(({ json }) => numberAt(json, "mean") === null)
        .map(({ name }) => failedBenchmark(sniff, name, null)),
    };
  },
};

function isGroup(group: Json): boolean {
  return stringAt(group, "fullName") !== null && listAt(group, "benchmarks").length > 0;
}

interface Benchmark {
  readonly json: Json;
  /** File and suites, as vitest writes them: `sort.bench.ts > numbers`. */
  readonly group: string;
  readonly name: string;
}

function benchmarksOf(group: Json): Benchmark[] {
  const name = stringAt(group, "fullName") ?? "";
  return listAt(group, "benchmarks").map((json) => ({ json, group: name, name: stringAt(json, "name") ?? "" }));
}

function toPoint({ json, group, name }: Benchmark, placed: ReturnType<typeof placeNames>[number]): Point {
  const milliseconds = numberAt(json, "totalTime");
  return {
    series: placed.series,
    labels: { benchmark: name, group, ...known({ variant: placed.variant }) },
    fullName: placed.fullName,
    x: [],
    metrics: known<Figures>({
      time_per_op: tinybenchFigures(json, 1e3),
      ops_rate: numberAt(json, "mean") === null ? null : tinybenchRate(json),
    }),
    counts: {},
    duration: milliseconds === null ? null : milliseconds / 1e3,
    flags: [],
  };
}
