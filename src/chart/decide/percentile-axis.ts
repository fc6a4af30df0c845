import type { Axis, ChartSeries } from "../chart.ts";
import { extent } from "./extent.ts";
import { inverse } from "./percentage.ts";
import { fitTicks } from "./value-axis.ts";

/** Percentages that readers of latencies know by name. */
const NAMED = [0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999];

/**
 * The axis of a percentile plot: x = 1 / (1 − share) on a log scale, so that each further nine has the same room, as in the
 * plots of HdrHistogram. Ticks say the percentage.
 */
export function percentileAxis(series: readonly ChartSeries[], width: number, label = "Percentile"): Axis {
  const [, high] = extent(series.flatMap(({ x }) => x)) ?? [1, 10];
  const end = Math.max(2, high);
  const all = NAMED.map((percentage) => ({ value: inverse(percentage / 100), label: String(percentage) })).filter(
    ({ value }) => value <= end * (1 + 1e-9),
  );
  const ticks = fitTicks(width, all.length, (count) =>
    count >= all.length ? all : all.filter((_, i) => i !== 1).slice(-count),
  );
  return {
    kind: "percentile",
    label,
    unit: "%",
    title: `${label} (%)`,
    domain: [1, end],
    ticks,
    categories: [],
    lane: null,
  };
}
