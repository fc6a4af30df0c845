import type { Flag, Series, Statistics } from "../src/benchmark/dataset.ts";
import type { FlagName } from "../src/importers/reading.ts";
import { summarize } from "../src/importers/samples.ts";
import { labMetrics } from "./metrics.ts";
import type { Run } from "./runs.ts";

/** A dataset's series from all runs of its points; x is the demanded rate (requests/s). */
export function toSeries(about: Pick<Series, "id" | "label" | "environment">, runs: readonly Run[]): Series {
  const x = [...new Set(runs.map(({ rate }) => rate))].toSorted((a, b) => a - b);
  const points = x.map((rate) => runs.filter((run) => run.rate === rate));
  const values = labMetrics.map(
    ({ metric, of }) => [metric.id, overRuns(points.map((point) => point.map(of)))] as const,
  );
  return { ...about, x, values: new Map(values), flags: points.flatMap(flagsOf) };
}

/** Statistics over the runs of each point: the spread says how well a whole run repeats. */
export function overRuns(points: readonly (readonly (number | null)[])[]): Statistics {
  const present = points.map((runs) => runs.filter((value) => value !== null));
  const summaries = present.map((runs) => summarize(runs));
  const column = (name: "mean" | "stdev" | "min" | "max") => summaries.map((summary) => tidy(summary[name]));
  return {
    columns: new Map([
      ["mean", column("mean")],
      ["stdev", column("stdev")],
      ["min", column("min")],
      ["max", column("max")],
      ["n", present.map((runs) => runs.length)],
    ]),
    nOf: "runs",
    stdevKind: "sample",
    ci: null,
    runs: points.map((runs) => runs.map(tidy)),
    histograms: null,
  };
}

/** A flag stands at a point when any of its runs has it, and says in how many; what the tool said of one run does not. */
function flagsOf(point: readonly Run[]): Flag[] {
  const names = [...new Set(point.flatMap(({ point: { flags } }) => flags.map(({ flag }) => flag)))];
  return names.flatMap((flag) => {
    const runs = point.filter(({ point: { flags } }) => flags.some((one) => one.flag === flag));
    const [first] = runs;
    if (first === undefined) return [];
    const metric = first.point.flags.find((one) => one.flag === flag)?.metric ?? null;
    const often = runs.length === point.length ? "in every run" : `in ${runs.length} of ${point.length} runs`;
    return [{ x: first.rate, metric, stat: null, flag, note: `${NOTES[flag]}, ${often}` }];
  });
}

const NOTES: Readonly<Record<FlagName, string>> = {
  saturated: "fewer than 95 % of the demanded requests were answered",
  sentinel: "no request was answered",
  "too-short": "the run ended before the first sample of the reply rate",
  truncated: "the report breaks off",
  "survivors-only": "more connections failed than were answered; the response time is that of the answered",
  "under-resolution": "finer than the tool prints",
};

/** Seven digits are more than any of the tools prints, and hide the dust of floating point. */
function tidy(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(7));
}
