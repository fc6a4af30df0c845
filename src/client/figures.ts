import { formatFixed, formatNumber } from "../benchmark/number.ts";
import type { Axis } from "../chart/chart.ts";

/** Steps that an eye can tell apart along an axis: a reading needs digits for these and not for more. */
const STEPS = 500;

/**
 * A figure on an axis, without its unit. On a linear axis all figures have the same decimals, so that they can be compared in
 * a column; a small one that they would turn into 0 keeps two digits instead. On a log axis: three significant digits.
 */
export function formatAlong(axis: Axis, value: number): string {
  if (axis.kind !== "linear") return formatNumber(value);
  const [low, high] = axis.domain;
  const fixed = formatFixed(value, Math.max(0, Math.ceil(-Math.log10((high - low) / STEPS))));
  return value !== 0 && !/[1-9]/.test(fixed) ? formatNumber(value, { significant: 2 }) : fixed;
}

/** A figure on the x-axis as a reader names it: a category by its name, a time as a date, a number as it was demanded. */
export function formatX(axis: Axis, value: number): string {
  if (axis.kind === "category") return axis.categories[value] ?? "";
  if (axis.kind === "time")
    return new Date(value * 1000).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "");
  return formatNumber(value, { significant: 4 });
}
