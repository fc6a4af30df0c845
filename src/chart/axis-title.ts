import type { Axis, Chart } from "./chart.ts";
import { shorten, textWidth } from "./measure.ts";

/** Label, unit in parentheses, and "log" where steps mean factors: `Response time (ms, log)`. */
export function axisTitle(label: string, unit: string, log: boolean): string {
  const behind = [unit, log ? "log" : ""].filter((word) => word !== "").join(", ");
  return behind === "" ? label : `${label} (${behind})`;
}

/** The title of an axis in a width in CSS pixels: what does not fit goes from the label, never from the unit. */
export function shortTitle({ label, title }: Axis, width: number, size: number): string {
  const unit = title.slice(label.length);
  return shorten(label, width - textWidth(unit, size), size) + unit;
}

/** The title of the axis that runs upward stands above the plot, where it can be read without turning one's head. */
export function upwardTitle({ orientation, x, y }: Pick<Chart, "orientation" | "x" | "y">): string {
  return orientation === "lying" ? x.title : y.title;
}
