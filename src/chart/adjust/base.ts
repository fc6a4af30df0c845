import type { Chart } from "../chart.ts";
import { isThinned } from "../thin.ts";

/**
 * Whether the series of a chart can be shown as multiples of one of them, or of the one with this id: where all points are here,
 * at the same x.
 */
export function canHaveBase({ series, x }: Chart, base?: string): boolean {
  const known = base === undefined || series.some(({ id }) => id === base);
  return known && series.length > 1 && x.kind !== "percentile" && !isThinned({ series });
}
