import type { Layer } from "./layer.ts";
import { line } from "./layer.ts";

/**
 * Lines at the ticks of the value axis, the base line, and small ticks along a measured x-axis. Horizontal lines stand on
 * half pixels, which are sharp at every whole device pixel ratio; upright ones are snapped.
 */
export const grid: Layer = (pen, scene) => {
  const { chart, area, theme, x, y, snap } = scene;
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  pen.setLineDash([]);
  if (chart.orientation === "lying") {
    for (const { value } of chart.y.ticks) {
      pen.strokeStyle = value === 0 ? theme.axis : theme.grid;
      line(pen, snap(y(value)), area.top, snap(y(value)), area.bottom);
    }
    return;
  }
  pen.strokeStyle = theme.grid;
  for (const { value } of chart.y.ticks) {
    const at = half(y(value));
    if (at < half(area.bottom)) line(pen, area.left, at, area.right, at);
  }
  pen.strokeStyle = theme.axis;
  line(pen, area.left, half(area.bottom), area.right, half(area.bottom));
  if (chart.y.domain[0] < 0 && chart.y.domain[1] > 0) line(pen, area.left, half(y(0)), area.right, half(y(0)));
  if (chart.x.kind === "category") return;
  for (const { value } of chart.x.ticks) {
    line(pen, snap(x(value)), half(area.bottom), snap(x(value)), area.bottom + 5);
  }
};

function half(pixel: number): number {
  return Math.round(pixel - 0.5) + 0.5;
}
