import { failedBenchmark } from "./failed.ts";
import type { WholeImporter } from "./importer.ts";
import { at, type Json, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import type { Figures, Point } from "./reading.ts";
import { tinybenchFigures, tinybenchRate } from "./tinybench-figures.ts";

/** Tasks of tinybench with their results, as `JSON.stringify(bench.tasks)` or a list of name and result has them. Times are ms. */
export const tinybench: WholeImporter = {
  name: "tinybench",
  title: "tinybench results (JSON)",
  tool: "tinybench",
  sign: "a JSON list of tasks with name and result, whose latency has mean and samplesCount",
  claims: ({ json }) => tasks(json).some((task) => hasFigures(resultOf(task))),
  read(sniff) {
    const all = tasks(sniff.json);
    const rates = all.some((task) => at(resultOf(task), "throughput") !== undefined);
    return {
      format: "tinybench-task-results-json",
      tool: "tinybench",
      toolVersion: null,
      points: all.map(toPoint),
      load: noLoad,
      assumed: [
        rates
          ? "Operations per second are means of the rates of single samples: more than 1 / mean time."
          : "Operations per second are 1 / mean time.",
      ],
      environment: known({ runtime: all.map((task) => runtimeOf(resultOf(task))).find((one) => one !== null) }),
      warnings: all
        .filter((task) => !hasFigures(resultOf(task)))
        .map((task) => failedBenchmark(sniff, nameOf(task), stringAt(resultOf(task), "error", "message"))),
    };
  },
};

function tasks(json: Json | undefined): readonly Json[] {
  if (!Array.isArray(json)) return [];
  const all = json as readonly Json[];
  return all.every((task) => stringAt(task, "name") !== null) ? all : [];
}

/** Scripts that print their own list often leave the level of `result` out. */
function resultOf(task: Json): Json {
  return at(task, "result") ?? task;
}

function hasFigures(result: Json): boolean {
  return (
    numberAt(result, "latency", "mean") !== null ||
    (numberAt(result, "mean") !== null && numberAt(result, "hz") !== null)
  );
}

function nameOf(task: Json): string {
  return stringAt(task, "name") ?? "";
}

function runtimeOf(result: Json): string | null {
  const words = [stringAt(result, "runtime"), stringAt(result, "runtimeVersion")].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(" ");
}

function toPoint(task: Json): Point {
  const name = nameOf(task);
  const result = resultOf(task);
  const milliseconds = numberAt(result, "totalTime");
  return {
    series: name,
    labels: { benchmark: name, ...known({ variant: runtimeOf(result) }) },
    fullName: name,
    x: [],
    metrics: known<Figures>({
      time_per_op: tinybenchFigures(at(result, "latency") ?? result, 1e3),
      ops_rate: hasFigures(result) ? tinybenchRate(result) : null,
    }),
    counts: {},
    duration: milliseconds === null ? null : milliseconds / 1e3,
    flags: [],
  };
}
