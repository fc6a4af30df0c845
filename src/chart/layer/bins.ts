import { seriesColour } from "../theme.ts";
import type { Layer } from "./layer.ts";

/** Under the steps of a histogram: its bins, filled, and the side of the first, which no step draws. */
export const bins: Layer = (pen, { chart, theme, visible, place, y }) => {
  if (chart.form !== "histogram") return;
  for (const series of visible) {
    const ground = y(0);
    const tops = series.x.map((_, i) => [place(series, i), y(series.y[i]!)] as const);
    const [first] = tops;
    if (first === undefined) continue;
    pen.fillStyle = pen.strokeStyle = seriesColour(theme, series.style.colour);
    pen.globalAlpha = 0.2;
    pen.beginPath();
    pen.moveTo(first[0], ground);
    for (const [i, [x, top]] of tops.entries()) {
      pen.lineTo(x, top);
      pen.lineTo(tops[i + 1]?.[0] ?? x, top);
    }
    pen.closePath();
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.moveTo(first[0], ground);
    pen.lineTo(first[0], first[1]);
    pen.stroke();
  }
};
