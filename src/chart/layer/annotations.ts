import { BESIDE, type PlacedAnnotation, placeAnnotations, REMARK_LINE } from "../annotations.ts";
import { FONT_SIZE } from "../frame.ts";
import { textWidth } from "../measure.ts";
import type { Pen } from "../pen.ts";
import type { Layer } from "./layer.ts";
import { text, upright } from "./layer.ts";

/** From the top of a remark to its first base line. */
const ASCENT = 11;

/** The author's remarks: a line at their x, and the words beside it. */
export const annotations: Layer = (pen, { chart, theme, area, x, snap }) => {
  pen.font = `${FONT_SIZE}px ${theme.fontFamily}`;
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  pen.setLineDash([]);
  const placed = placeAnnotations(chart);
  for (const { x: value, top } of placed) {
    pen.strokeStyle = theme.muted;
    upright(pen, snap(x(value)), [[top + 1, area.bottom]]);
  }
  for (const one of placed) {
    const at = x(one.x);
    shade(pen, one, at, theme.background);
    pen.fillStyle = theme.text;
    pen.textAlign = one.side === "left" ? "right" : "left";
    const beside = one.side === "left" ? -BESIDE : BESIDE;
    for (const [i, line] of one.lines.entries()) text(pen, line, [at, one.top + ASCENT + i * REMARK_LINE], [beside, 0]);
  }
};

/** Dims what is behind the words, so that they can be read over lines. */
function shade(pen: Pen, { lines, side, top, height }: PlacedAnnotation, at: number, colour: string): void {
  if (lines.length === 0) return;
  const width = Math.max(...lines.map((line) => textWidth(line, FONT_SIZE))) + 6;
  pen.save();
  pen.translate(at, top);
  pen.globalAlpha = 0.8;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.rect(side === "left" ? -width - 2 : 2, 0, width, height);
  pen.fill();
  pen.restore();
}
