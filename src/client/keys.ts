import type { Chart } from "../chart/chart.ts";
import { nearestIndex, unionGrid } from "./measured.ts";
import { readAt } from "./readout.ts";
import { viewKey } from "./view-keys.ts";
import type { Action, View } from "../chart/adjust/view.ts";

/** How many points a page key skips: a tenth of the grid, so that ten strokes cross any chart. */
const PAGES = 10;

/**
 * What a key does in a chart, or null for a key that is not ours.
 * Left and right walk along the measured x (of the chosen series, where one is chosen), up and down choose a series in the order in
 * which they stand there, Escape takes the readout away. `points` is the chart whose points are read, where that is another.
 */
export function keyAction(chart: Chart, view: View, key: string, points: Chart = chart): Action | null {
  if (key === "Escape") return view.x === null ? null : { type: "leave" };
  const change = viewKey(chart, view, key);
  if (change !== null) return change;
  if (key === "ArrowUp" || key === "ArrowDown") return chooseSeries(points, view, key === "ArrowUp" ? -1 : 1);
  const visible = points.series.filter((series) => !view.hidden.has(series.id));
  const chosen = visible.filter((series) => series.id === view.focus);
  const grid = unionGrid(chosen.length > 0 ? chosen : visible);
  const at = view.x === null ? null : nearestIndex(points.x, grid, view.x);
  const to = target(key, at, grid.length);
  const x = to === null ? undefined : grid[Math.max(0, Math.min(grid.length - 1, to))];
  return x === undefined ? null : { type: "read", chart: chart.id, x };
}

function target(key: string, at: number | null, count: number): number | null {
  const page = Math.max(1, Math.round(count / PAGES));
  switch (key) {
    case "ArrowRight":
      return at === null ? 0 : at + 1;
    case "ArrowLeft":
      return at === null ? count - 1 : at - 1;
    case "PageUp":
      return at === null ? 0 : at + page;
    case "PageDown":
      return at === null ? count - 1 : at - page;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function chooseSeries(chart: Chart, view: View, step: 1 | -1): Action | null {
  const first = unionGrid(chart.series.filter((series) => !view.hidden.has(series.id)))[0];
  const x = view.x ?? first;
  if (x === undefined) return null;
  const { rows } = readAt(chart, view.hidden, x);
  const at = rows.findIndex((row) => row.series.id === view.focus);
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : (at + step + rows.length) % rows.length];
  return next === undefined ? null : { type: "read", chart: chart.id, x, focus: next.series.id };
}
