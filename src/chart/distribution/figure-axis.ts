import type { Metric } from "../../benchmark/dataset.ts";
import type { Axis } from "../chart.ts";
import { shownUnit } from "../decide/shown.ts";
import { placeAxis } from "../decide/value-axis.ts";
import type { ChartSpec } from "../spec.ts";

/** Whether the axis of figures is logarithmic: where it is asked for, and all of them are above 0. */
export function logarithmic({ x }: ChartSpec, figures: readonly (readonly number[])[]): boolean {
  return x?.scale === "log" && figures.every((all) => (all[0] ?? 0) > 0);
}

/** The axis below a distribution: what was measured, in a width in CSS pixels, between the author's ends or others. */
export function figureAxis(
  spec: ChartSpec,
  metric: Metric,
  figures: readonly (readonly number[])[],
  ends: readonly [number, number],
  log: boolean,
): (width: number) => Axis {
  const label = spec.x?.label ?? metric.label;
  const unit = shownUnit(metric.unit, metric.display).symbol;
  const domain = spec.x?.domain ?? ends;
  const points = figures.map((x) => ({ x }));
  return (width) => placeAxis(points, width, { label, unit, log, domain, ticks: 6 });
}
