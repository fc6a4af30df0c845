import type { Scene } from "../scene.ts";
import { FONT_SIZE } from "../frame.ts";
import type { Layer } from "./layer.ts";
import { text } from "./layer.ts";

/** The line on which what is measured equals what was demanded. */
export const reference: Layer = (pen, scene) => {
  const path = points(scene);
  if (path.length < 2) return;
  pen.strokeStyle = scene.theme.muted;
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  pen.setLineDash([2, 4]);
  pen.beginPath();
  for (const [i, [x, y]] of path.entries()) {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.stroke();
};

/** Its name under its upper end, on the side where there is room. */
export const referenceName: Layer = (pen, scene) => {
  const { chart, theme, area } = scene;
  const end = points(scene).at(-1);
  if (chart.reference === null || end === undefined) return;
  const right = end[0] > (area.left + area.right) / 2;
  pen.font = `${FONT_SIZE}px ${theme.fontFamily}`;
  pen.fillStyle = theme.muted;
  pen.textAlign = right ? "right" : "left";
  text(pen, chart.reference.label, end, right ? [-60, 12] : [10, 12]);
};

/** From the lower to the upper end within the plot; straight unless just one axis is logarithmic. */
function points({ chart, x, y }: Scene): [number, number][] {
  if (chart.reference === null) return [];
  const { slope } = chart.reference;
  const from = Math.max(chart.x.domain[0], chart.y.domain[0] / slope);
  const to = Math.min(chart.x.domain[1], chart.y.domain[1] / slope);
  if (!(to > from)) return [];
  const steps = chart.x.kind === chart.y.kind ? 1 : 48;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = i / steps;
    const value = chart.x.kind === "log" ? from * (to / from) ** share : from + (to - from) * share;
    return [x(value), y(value * slope)] as [number, number];
  }).filter(([px, py]) => Number.isFinite(px) && Number.isFinite(py));
}
