import type { Chart } from "../chart.ts";
import { isDistribution } from "../form.ts";
import { isThinned } from "../thin.ts";

/**
 * Whether the series of a chart can be shown as multiples of one of them, or of the one with this id: where all points are here,
 * at the same x.
 */
export function canHaveBase({ series, form }: Chart, base?: string): boolean {
  const known = base === undefined || series.some(({ id }) => id === base);
  return known && series.length > 1 && !isDistribution({ form }) && !isThinned({ series });
}
