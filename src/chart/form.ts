import type { Chart } from "./chart.ts";
import type { MarkName } from "./spec.ts";

type Formed = Pick<Chart, "form">;

const DISTRIBUTIONS: ReadonlySet<MarkName> = new Set(["percentiles", "histogram", "ecdf"]);

/** Whether the lines of a chart are distributions at some places of what was varied, rather than figures over all of them. */
export function isDistribution({ form }: Formed): boolean {
  return DISTRIBUTIONS.has(form);
}

/** Whether the lines of a chart go in steps: what stands at a figure holds up to the next. */
export function isStepped({ form }: Formed): boolean {
  return form === "histogram" || form === "ecdf";
}

/** Whether its picture has what most have not: single runs, or bins. */
export function needsMore({ form, series }: Pick<Chart, "form" | "series">): boolean {
  return form === "histogram" || series.some(({ runs }) => runs !== null);
}

/** Whether figures can stand on a log scale: the length of a bar, and a share of all, mean nothing there. */
export function canBeLog({ mark, form }: Pick<Chart, "mark" | "form">): boolean {
  return mark !== "bar" && !isStepped({ form });
}
