import { at, entriesAt, type Json, listAt, numberAt } from "./json.ts";
import type { Figures } from "./reading.ts";

const names: readonly (readonly [string, string])[] = [
  ["mean", "Mean"],
  ["median", "Median"],
  ["stdev", "StandardDeviation"],
  ["stderr", "StandardError"],
  ["min", "Min"],
  ["max", "Max"],
];

/** The `Statistics` of a benchmark, nanoseconds in the file; null for one that failed. */
export function dotNetFigures(json: Json | undefined): Figures | null {
  if (numberAt(json, "Mean") === null) return null;
  const own = names.flatMap(([stat, name]) => {
    const figure = numberAt(json, name);
    return figure === null ? [] : [[stat, figure / 1e9] as const];
  });
  const percentiles = entriesAt(json, "Percentiles").flatMap(([name, value]) => {
    const percent = Number(/^P(\d+)$/.exec(name)?.[1] ?? 0);
    return percent > 0 && percent < 100 && typeof value === "number" ? [[`p${percent}`, value / 1e9] as const] : [];
  });
  const n = numberAt(json, "N");
  const values = listAt(json, "OriginalValues").filter((one) => typeof one === "number");
  const ci = interval(at(json, "ConfidenceInterval"));
  return {
    stats: Object.fromEntries([...own, ...percentiles]),
    ...(n === null ? {} : { n, nOf: "iterations" }),
    stdevKind: "sample",
    ...(ci === null ? {} : { ci }),
    ...(values.length === 0 ? {} : { runs: values.map((nanoseconds) => nanoseconds / 1e9) }),
    percentiles: "interpolated",
  };
}

/** BenchmarkDotNet's levels of confidence, by the number that its JSON has for each: since version 0.10, and before. */
const levels = [0.5, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.96, 0.97, 0.98, 0.99, 0.999, 1];
const oldLevels = [0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.95, 0.96, 0.98, 0.99];

/** Null where an interval has no ends: those of a single value are NaN. */
function interval(json: Json | undefined): NonNullable<Figures["ci"]> | null {
  const [low, high, number] = ["Lower", "Upper", "Level"].map((name) => numberAt(json, name));
  if (low == null || high == null || number == null) return null;
  // The old margin came from the normal distribution, and N was not beside it.
  const current = numberAt(json, "N") !== null;
  const level = (current ? levels : oldLevels)[number];
  if (level === undefined) return null;
  return { low: low / 1e9, high: high / 1e9, level, method: current ? "t" : "normal" };
}
