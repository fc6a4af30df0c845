import { row } from "../frame.ts";
import type { Layer } from "./layer.ts";
import { half, line, upright } from "./layer.ts";

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
    // Beside the bars only: through the names they would be in the way.
    const { name, bars, height } = row(chart);
    for (const { value } of chart.y.ticks) {
      pen.strokeStyle = value === 0 ? theme.axis : theme.grid;
      const tops = chart.x.categories.map((_, i) => area.top + i * height + name - 3);
      upright(
        pen,
        snap(y(value)),
        tops.map((top) => [top, top + bars + 6]),
      );
    }
    return;
  }
  pen.strokeStyle = theme.grid;
  for (const { value } of chart.y.ticks) {
    const at = half(y(value));
    pen.setLineDash(value === chart.y.lane ? [1, 3] : []);
    if (at < half(area.bottom)) line(pen, area.left, at, area.right, at);
  }
  pen.setLineDash([]);
  pen.strokeStyle = theme.axis;
  line(pen, area.left, half(area.bottom), area.right, half(area.bottom));
  if (chart.y.domain[0] < 0 && chart.y.domain[1] > 0) line(pen, area.left, half(y(0)), area.right, half(y(0)));
  if (chart.x.kind === "category") return;
  for (const { value } of chart.x.ticks) {
    upright(pen, snap(x(value)), [[half(area.bottom) + 0.5, area.bottom + 5]]);
    if (value !== chart.x.lane) continue;
    pen.setLineDash([1, 3]);
    upright(pen, snap(x(value)), [[area.top, area.bottom]]);
    pen.setLineDash([]);
  }
};
