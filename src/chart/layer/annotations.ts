import { FONT_SIZE } from "../frame.ts";
import { textWidth } from "../measure.ts";
import type { Pen } from "../pen.ts";
import type { Layer } from "./layer.ts";
import { text, upright } from "./layer.ts";

/** The author's remarks: a line at their x and the words beside its upper end, each a step lower than the one before. */
export const annotations: Layer = (pen, { chart, theme, area, x, snap }) => {
  pen.font = `${FONT_SIZE}px ${theme.fontFamily}`;
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  // The name of the reference line has the first line of words to itself.
  const first = chart.reference === null ? 0 : 1;
  for (const [i, { x: value, label }] of chart.annotations.entries()) {
    if (chart.orientation === "lying") continue;
    const at = x(value);
    if (!(at >= area.left && at <= area.right)) continue;
    const top = area.top + 12 + ((i % 4) + first) * 18;
    pen.strokeStyle = theme.muted;
    pen.setLineDash([]);
    upright(pen, snap(at), [[top - 10, area.bottom]]);
    const right = at > (area.left + area.right) / 2;
    pen.textAlign = right ? "right" : "left";
    shade(pen, textWidth(label, FONT_SIZE), [at, top], right, theme.background);
    pen.fillStyle = theme.text;
    text(pen, label, [at, top], [right ? -5 : 5, 0]);
  }
};

/** Dims what is behind the words, so that they can be read over lines. */
function shade(pen: Pen, width: number, at: readonly [number, number], right: boolean, colour: string): void {
  pen.save();
  pen.translate(at[0], at[1]);
  pen.globalAlpha = 0.8;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.rect(right ? -width - 7 : 2, -11, width + 5, 15);
  pen.fill();
  pen.restore();
}
