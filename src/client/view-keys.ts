import type { Adjustment } from "../chart/adjust/adjustment.ts";
import type { Axis, Chart } from "../chart/chart.ts";
import { canHaveBase } from "../chart/adjust/base.ts";
import { canHaveRuns, otherRuns } from "../chart/adjust/runs.ts";
import { type Action, adjustmentOf, type View } from "../chart/adjust/view.ts";
import { canBeLog } from "../chart/form.ts";
import { canZoom, zoomAt } from "../chart/adjust/zoom.ts";

/** How much closer each stroke goes. */
const STEP = 2;

/**
 * What a key changes in what a chart shows, or null for a key that is not ours: L the scale, + and − the part that is looked at,
 * B whether the chosen series is the base, R whether single runs are drawn, U takes the last change back, 0 all of them.
 */
export function viewKey(chart: Chart, view: View, key: string): Action | null {
  const adjustment = adjustmentOf(view, chart.id);
  const { xRange, base } = adjustment;
  const adjust = (change: Parameters<typeof asAdjust>[1]): Action => asAdjust(chart, change);
  switch (key) {
    case "l":
    case "L":
      return !canBeLog(chart) || base !== null ? null : adjust(onOtherScale(chart.y, "y", adjustment));
    case "+":
    case "=":
    case "-": {
      if (!canZoom(chart.x)) return null;
      const [low, high] = xRange ?? chart.x.domain;
      return adjust({ xRange: zoomAt(chart.x, xRange, view.x ?? (low + high) / 2, key === "-" ? 1 / STEP : STEP) });
    }
    case "b":
    case "B":
      return canHaveBase(chart) && view.focus !== null
        ? adjust({ base: base === view.focus ? null : view.focus })
        : null;
    case "r":
    case "R":
      return canHaveRuns(chart) ? adjust({ runs: otherRuns(chart, adjustmentOf(view, chart.id).runs) }) : null;
    case "u":
    case "U":
      return { type: "undo" };
    case "0":
      return { type: "restore", chart: chart.id, among: chart.series.map(({ id }) => id) };
    default:
      return null;
  }
}

/** Shows an axis, as it was described, on the scale that it is not shown on now, and all of it where the part begins at 0 or below. */
export function onOtherScale(
  { kind }: Axis,
  axis: "x" | "y",
  { xScale, yScale, xRange, yRange }: Adjustment,
): Partial<Adjustment> {
  const [shown, range] = axis === "x" ? [xScale, xRange] : [yScale, yRange];
  const described = kind === "log" ? "log" : "linear";
  const other = (shown ?? described) === "log" ? "linear" : "log";
  const scale = other === described ? null : other;
  const part = other === "log" && range !== null && range[0] <= 0 ? null : range;
  return axis === "x" ? { xScale: scale, xRange: part } : { yScale: scale, yRange: part };
}

function asAdjust(chart: Chart, change: Extract<Action, { type: "adjust" }>["change"]): Action {
  return { type: "adjust", chart: chart.id, change };
}
