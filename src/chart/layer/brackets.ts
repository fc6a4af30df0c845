import { seriesColour } from "../theme.ts";
import type { Layer } from "./layer.ts";

/** Height of the bar at the foot of a bracket, in CSS pixels. */
const FOOT = 4;

/** Between the last rate that a server delivered and the first that is too much: a shade, with a bar in its colour at the foot. */
export const brackets: Layer = (pen, { chart, area, theme, visible, x }) => {
  for (const [row, { series, from, to }] of chart.brackets.entries()) {
    const drawn = visible.find(({ id }) => id === series);
    if (drawn === undefined) continue;
    const [left, right] = [x(from), x(to)];
    const foot = area.bottom - (chart.brackets.length - row) * (FOOT + 1);
    pen.fillStyle = seriesColour(theme, drawn.style.colour);
    pen.globalAlpha = 0.07;
    fill(left, area.top, right, area.bottom);
    pen.globalAlpha = 0.7;
    fill(left, foot, right, foot + FOOT);
  }
  pen.globalAlpha = 1;

  function fill(left: number, top: number, right: number, bottom: number): void {
    pen.beginPath();
    pen.moveTo(left, top);
    pen.lineTo(right, top);
    pen.lineTo(right, bottom);
    pen.lineTo(left, bottom);
    pen.closePath();
    pen.fill();
  }
};
