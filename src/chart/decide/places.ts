import type { XAxis } from "../../benchmark/dataset.ts";
import { formatNumber } from "../../benchmark/number.ts";
import { axisTitle } from "../axis-title.ts";
import type { Axis, ChartSeries } from "../chart.ts";
import type { AxisSpec } from "../spec.ts";
import { categoryAxis } from "./category-axis.ts";
import { timeAxis } from "./time-axis.ts";
import { placeAxis } from "./value-axis.ts";

export interface Places {
  readonly axis: Axis;
  /** With x as this axis has it, in the rows of the data. */
  readonly series: readonly ChartSeries[];
  /** Whether the labels have room side by side on a phone. */
  readonly fits: boolean;
}

/** The axis of what was set. Where it shall have names, numbers become names, in their order. */
export function toPlaces(
  from: XAxis,
  series: readonly ChartSeries[],
  named: boolean,
  spec: AxisSpec,
  options: { readonly unit: string; readonly width: number; readonly order: readonly number[] | null },
): Places {
  const label = spec.label ?? from.label;
  if (from.kind === "category") {
    const { order, width } = options;
    if (order === null) return { series, ...categoryAxis(label, from.categories, width) };
    const names = order.map((place) => from.categories[place]!);
    const placed = series.map((one) => ({ ...one, x: one.x.map((place) => order.indexOf(place)) }));
    return { series: placed, ...categoryAxis(label, names, width) };
  }
  if (from.kind === "time") return { series, axis: timeAxis(label, series, options.width), fits: true };
  if (!named) {
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
