import type { Metric, Series } from "../dataset.ts";

const centres: ReadonlySet<string> = new Set(["mean", "value", "median"]);

/**
 * Whether a figure may carry a statement: no flag says that it is missing, cut off or beyond the tool. A saturated rate is
 * sound, as that is what saturation looks like; a response time then depends on how long the test lasted.
 */
export function isSound({ flags }: Series, { id, unit }: Pick<Metric, "id" | "unit">, x: number): boolean {
  return !flags.some(
    ({ x: flagged, metric, stat, flag }) =>
      flagged === x &&
      (metric === null || metric === id) &&
      (stat === null || centres.has(stat)) &&
      (flag !== "saturated" || unit === "s"),
  );
}
