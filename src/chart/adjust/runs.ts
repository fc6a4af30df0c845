import type { Chart } from "../chart.ts";

/** Whether single runs can be switched on and off: where the data have them, and they are not all that the chart is about. */
export function canHaveRuns({ runs, form }: Pick<Chart, "runs" | "form">): boolean {
  return runs !== "none" && form !== "strip";
}

/** Single runs on where they are off, and off where they are on; null where that is as it was described. */
export function otherRuns({ runs }: Pick<Chart, "runs">, asked: boolean | null): boolean | null {
  const described = runs === "drawn";
  return (asked ?? described) === described ? !described : null;
}
