import { FONT_SIZE } from "../frame.ts";
import type { Layer } from "./layer.ts";
import { line, text } from "./layer.ts";

/** The author's remarks: a line at their x and the words beside its upper end, each a step lower than the one before. */
export const annotations: Layer = (pen, { chart, theme, area, x, y, snap }) => {
  pen.font = `${FONT_SIZE}px ${theme.fontFamily}`;
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  for (const [i, { x: value, label }] of chart.annotations.entries()) {
    if (chart.orientation === "lying") continue;
    const at = x(value);
    if (!(at >= area.left && at <= area.right)) continue;
    const top = area.top + 12 + (i % 4) * 18;
    pen.strokeStyle = theme.muted;
    pen.setLineDash([]);
    line(pen, snap(at), top - 10, snap(at), y(chart.y.domain[0]));
    pen.fillStyle = theme.text;
    const right = at > (area.left + area.right) / 2;
    pen.textAlign = right ? "right" : "left";
    text(pen, label, [at, top], [right ? -5 : 5, 0]);
  }
};
