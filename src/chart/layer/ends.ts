import { AWAY, NAME_LINE } from "../ends/names.ts";
import { placeEnds } from "../ends/place.ts";
import { FONT_SIZE } from "../frame.ts";
import type { Pen } from "../pen.ts";
import type { Scene } from "../scene.ts";
import { seriesColour } from "../theme.ts";
import { half, line, text } from "./layer.ts";

/** From the middle of a name's height to the base line of its text. */
const HALF_CAP = 4.5;
/** Where the line that leads to a moved name begins and ends, right of the plot. */
const LEAD = [6, AWAY - 3] as const;

type Place = Pick<Scene, "chart" | "theme" | "area"> & { readonly visible: readonly { readonly id: string }[] };

/** The name of each series at the end of its line, in its colour; a thin line leads to one that had to move. */
export function ends(pen: Pen, { chart, theme, area, visible }: Place): void {
  const seen = new Set(visible.map(({ id }) => id));
  pen.font = `${FONT_SIZE}px ${theme.fontFamily}`;
  pen.textAlign = "left";
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  for (const [i, { lines, at, tip }] of placeEnds(chart).entries()) {
    const { id, style } = chart.series[i]!;
    if (tip === null || !seen.has(id)) continue;
    pen.strokeStyle = pen.fillStyle = seriesColour(theme, style.colour);
    const moved = at - tip.y;
    pen.setLineDash([]);
    if (Math.abs(moved) > 2) lead(pen, [area.right, tip.y], moved);
    const first = at + HALF_CAP - ((lines.length - 1) / 2) * NAME_LINE;
    for (const [k, words] of lines.entries()) text(pen, words, [area.right, first + k * NAME_LINE], [AWAY, 0]);
  }
}

/** From where a line ends before the others to the end of the plot. */
export function bridges(pen: Pen, { chart, theme, area, visible }: Place): void {
  const seen = new Set(visible.map(({ id }) => id));
  pen.lineWidth = 1;
  pen.lineCap = "butt";
  pen.setLineDash([1, 3]);
  for (const [i, { tip }] of placeEnds(chart).entries()) {
    const { id, style } = chart.series[i]!;
    if (tip === null || tip.x > 0.985 || !seen.has(id)) continue;
    pen.strokeStyle = seriesColour(theme, style.colour);
    line(pen, area.left + tip.x * (area.right - area.left), half(tip.y), area.right, half(tip.y));
  }
}

function lead(pen: Pen, tip: readonly [number, number], moved: number): void {
  pen.save();
  pen.translate(...tip);
  line(pen, LEAD[0], 0, LEAD[1], moved);
  pen.restore();
}
