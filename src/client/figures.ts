import { formatFixed, formatNumber } from "../benchmark/number.ts";
import type { Axis } from "../chart/chart.ts";
import { percentageAt } from "../chart/decide/percentage.ts";

/** A measured figure, without its unit. */
export function formatFigure(value: number): string {
  return formatNumber(value);
}

/** The spread of a figure: as many decimals as the figure may have, so that both can be read as one; more where it would become 0. */
export function formatSpread(spread: number, value: number): string {
  const decimals = value === 0 ? 0 : Math.max(0, Math.min(15, 2 - Math.floor(Math.log10(Math.abs(value)))));
  const fixed = formatFixed(spread, decimals);
  if (spread !== 0 && !/[1-9]/.test(fixed)) return formatNumber(spread, { significant: 1 });
  return fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
}

/** A figure on the x-axis as a reader names it: a category by its name, a time as a date, a number as it was set. */
export function formatX(axis: Axis, value: number): string {
  if (axis.kind === "category") return axis.categories[value] ?? "";
  if (axis.kind === "time") {
    return new Date(value * 1000).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "");
  }
  return formatNumber(axis.kind === "percentile" ? percentageAt(value) : value, { significant: 6 });
}
