import type { Figured } from "./assemble.ts";

/** From so many times the smallest on, the small ones are all the same on a linear scale. */
const wide = 100;
/** What micro-benchmarks measure: operations on things of very different size stand on one line. */
const ofOperations = new Set(["time_per_op", "cpu_time_per_op", "ops_rate", "allocated"]);
const centres = ["value", "mean", "median", "p50"];

/** Log scales for lines on which operations, or the sizes of what they work on, lie far apart. Bars have none: they begin at 0. */
export function scalesOf(metric: string, { x, series }: Figured): Record<string, unknown> {
  if (x.kind !== "number" || !ofOperations.has(metric)) return {};
  const shown = series.filter(({ values }) => values.has(metric));
  const figures = shown.flatMap(({ values }) => {
    const { columns } = values.get(metric)!;
    const name = centres.find((one) => columns.has(one));
    return name === undefined ? [] : columns.get(name)!.filter((value) => value !== null);
  });
  return {
    ...(isWide(shown.flatMap((one) => one.x)) ? { x: { scale: "log" } } : {}),
    ...(isWide(figures) ? { y: { scale: "log" } } : {}),
  };
}

function isWide(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return values.length > 0 && least > 0 && Math.max(...values) >= wide * least;
}
