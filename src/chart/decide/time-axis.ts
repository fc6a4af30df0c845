import type { Axis, ChartSeries } from "../chart.ts";
import { extent } from "./extent.ts";
import { timeTicks } from "./time-ticks.ts";
import { fitTicks } from "./value-axis.ts";

/** The axis of time, UTC. */
export function timeAxis(label: string, series: readonly ChartSeries[], width: number): Axis {
  const [low, high] = extent(series.flatMap(({ x }) => x)) ?? [0, 1];
  const domain: [number, number] = low === high ? [low - 43200, high + 43200] : [low, high];
  const ticks = fitTicks(width, 6, (count) => timeTicks(...domain, count));
  return { kind: "time", label, unit: "", title: label, domain, ticks, categories: [], lane: null };
}
