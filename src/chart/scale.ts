import type { Axis } from "./chart.ts";

/** Whether equal distances on the axis are equal factors. */
export function isLogarithmic({ kind }: Pick<Axis, "kind">): boolean {
  return kind === "log" || kind === "percentile";
}
