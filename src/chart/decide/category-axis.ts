import type { Axis } from "../chart.ts";
import { FONT_SIZE } from "../frame.ts";
import { textWidth, wrap } from "../measure.ts";

/** Names above lying bars have the width of the picture on a phone. */
const LYING_WIDTH = 284;

/** The axis of names. Whether they fit side by side decides whether the chart stands or lies. */
export function categoryAxis(
  label: string,
  categories: readonly string[],
  width: number,
): { axis: Axis; fits: boolean } {
  const room = width / Math.max(1, categories.length) - 8;
  const fits = categories.every((name) => textWidth(name, FONT_SIZE) <= room);
  const ticks = categories.map((name, value) => ({
    value,
    label: fits ? name : wrap(name, LYING_WIDTH, FONT_SIZE, 2).join("\n"),
  }));
  const domain = [-0.5, Math.max(1, categories.length) - 0.5] as const;
  return { axis: { kind: "category", label, unit: "", title: label, domain, ticks, categories, lane: null }, fits };
}
