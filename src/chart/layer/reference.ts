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

/** Between the upper end of the plot and the place on the line that has the name: a line of words. */
const ROOM = 20;

/**
 * Its name at its upper end, left of the line and above it: no server delivers more than is demanded, so that neither the line
 * nor a series runs through the words. Where the line ends too far left for that on a phone, right of it.
 */
export const referenceName: Layer = (pen, scene) => {
  const { chart, theme, area } = scene;
  const path = points(scene);
  if (chart.reference === null || path.length < 2) return;
  const [x, y] = lowered(path, area.top + ROOM);
  const before = x - area.left > 0.33 * (area.right - area.left);
  pen.font = `${FONT_SIZE}px ${theme.fontFamily}`;
  pen.fillStyle = theme.muted;
  pen.textAlign = before ? "right" : "left";
  text(pen, chart.reference.label, [x, Math.round(y)], before ? [-8, -6] : [24, -6]);
};

/** Where a rising path comes to a height; its upper end where that is lower. */
function lowered(path: readonly (readonly [number, number])[], height: number): readonly [number, number] {
  const above = path.findIndex(([, y]) => y < height);
  const [from, to] = [path.at(above - 1)!, path.at(above)!];
  if (above < 1) return to;
  const share = (height - from[1]) / (to[1] - from[1]);
  return [from[0] + share * (to[0] - from[0]), height];
}

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
