import type { XAxis } from "../../benchmark/dataset.ts";
import { formatNumber } from "../../benchmark/number.ts";
import { axisTitle } from "../axis-title.ts";
import type { Axis, ChartSeries } from "../chart.ts";
import type { AxisSpec, DrawnMark } from "../spec.ts";
import { categoryAxis } from "./category-axis.ts";
import { timeAxis } from "./time-axis.ts";
import { placeAxis } from "./value-axis.ts";

export interface Places {
  readonly axis: Axis;
  /** With x as this axis has it. */
  readonly series: readonly ChartSeries[];
  /** Whether the labels have room side by side on a phone. */
  readonly fits: boolean;
}

/** The axis of what was set. Bars need names, so over numbers the numbers become names, in their order. */
export function toPlaces(
  from: XAxis,
  series: readonly ChartSeries[],
  mark: DrawnMark,
  spec: AxisSpec,
  options: { readonly unit: string; readonly width: number },
): Places {
  const label = spec.label ?? from.label;
  if (from.kind === "category") return { series, ...categoryAxis(label, from.categories, options.width) };
  if (from.kind === "time") return { series, axis: timeAxis(label, series, options.width), fits: true };
  if (mark !== "bar") {
    const log = spec.scale === "log";
    const axis = placeAxis(series, options.width, { label, unit: options.unit, log, domain: spec.domain, ticks: 6 });
    return { series, axis, fits: true };
  }
  const values = [...new Set(series.flatMap(({ x }) => x))].sort((a, b) => a - b);
  const names = values.map((value) => formatNumber(value, { significant: 12 }));
  const { axis, fits } = categoryAxis(label, names, options.width);
  const placed = series.map((one) => ({ ...one, x: one.x.map((x) => values.indexOf(x)) }));
  return { series: placed, axis: { ...axis, title: axisTitle(label, options.unit, false), unit: options.unit }, fits };
}
