import type { Dataset } from "./dataset.ts";

/**
 * How a metric is drawn where nobody says how: categories as bars, the histograms of one single place as a plot of percentiles,
 * and a sweep over numbers or times as lines. What authors leave out and what `import` and `new` propose go through it alike.
 */
export function chooseMark(
  { x, series }: Pick<Dataset, "x" | "series">,
  metric: string,
): "line" | "bar" | "percentiles" {
  const measured = series.filter(({ values }) => values.has(metric));
  const isKept = measured.some(({ values }) => values.get(metric)!.histograms?.some((one) => one !== null));
  if (isKept && new Set(measured.flatMap((one) => one.x)).size === 1) return "percentiles";
  return x.kind === "category" ? "bar" : "line";
}
