import type { Axis } from "../chart.ts";
import { FONT_SIZE } from "../frame.ts";
import { textWidth } from "../measure.ts";
import { isLogarithmic } from "../scale.ts";

/** What a phone of 320 px leaves for a picture within the page's own margins. */
const PHONE = 288;
/** Between labels and the plot. */
const GAP = 8;

/** Room left of the plot for the labels beside it, a multiple of 8 px. */
export function marginLeft(axis: Axis): number {
  return eighths(Math.max(0, ...axis.ticks.map(({ label }) => textWidth(label, FONT_SIZE))) + GAP);
}

/** Room right of the plot for what the last label under it needs there on a phone, a multiple of 8 px. */
export function marginRight(axis: Axis, left: number): number {
  const last = axis.ticks.at(-1);
  if (last === undefined || axis.kind === "category") return 8;
  const [low, high] = isLogarithmic(axis) ? axis.domain.map(Math.log) : axis.domain;
  const value = isLogarithmic(axis) ? Math.log(last.value) : last.value;
  const behind = ((high! - value) / (high! - low!)) * plotWidth(left);
  return eighths(Math.max(GAP, textWidth(last.label, FONT_SIZE) / 2 - behind));
}

/** The width of the plot on the narrowest screen. */
export function plotWidth(left: number, right: number = GAP): number {
  return Math.max(80, PHONE - left - right);
}

function eighths(width: number): number {
  return Math.ceil(width / 8) * 8;
}
