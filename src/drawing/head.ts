import { shortTitle } from "../chart/axis-title.ts";
import type { Chart, ChartSeries } from "../chart/chart.ts";
import { drawMarkers } from "../chart/layer/markers.ts";
import { line } from "../chart/layer/layer.ts";
import { shorten, textWidth, wrap } from "../chart/measure.ts";
import type { Pen } from "../chart/pen.ts";
import { seriesColour, type Theme } from "../chart/theme.ts";

/** A file is shown in whatever font there is: room for one an eighth wider than the one that is measured. */
export const SAFE = 12 * 1.125;

const SWATCH = 28;
const LINE = 20;

export interface HeadOptions {
  readonly titled: boolean;
  /** Whether a legend names the series: where names at the ends of lines do not say it all. */
  readonly legend: boolean;
}

/**
 * What a page says above a picture, for a picture that stands alone: title, legend, and the title of the axis that runs
 * upward. Returns its height. Bold text is a little wider than what is measured.
 */
export function drawHead(pen: Pen, chart: Chart, theme: Theme, width: number, { titled, legend }: HeadOptions): number {
  let y = 4;
  pen.textAlign = "left";
  if (titled) {
    pen.font = `600 16px ${theme.fontFamily}`;
    pen.fillStyle = theme.text;
    for (const words of wrap(chart.title, width, (SAFE / 12) * 17, 3)) pen.fillText(words, 0, (y += 18));
    y += 8;
  }
  // A single series needs none.
  if (legend && chart.series.length > 1) y = drawLegend(pen, chart, theme, width, y);
  pen.font = `12px ${theme.fontFamily}`;
  pen.fillStyle = theme.muted;
  const upward = chart.orientation === "lying" ? chart.x : chart.y;
  pen.fillText(shortTitle(upward, width, SAFE), 0, y + 14);
  return y + 20;
}

/** Signs and names of the series in lines; returns the height of what is drawn so far. */
export function drawLegend(pen: Pen, chart: Chart, theme: Theme, width: number, top: number): number {
  pen.font = `12px ${theme.fontFamily}`;
  let [x, y] = [0, top];
  for (const series of chart.series) {
    const label = shorten(series.label, width - SWATCH - 6, SAFE);
    const needed = SWATCH + 6 + textWidth(label, SAFE);
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE];
    drawSwatch(pen, chart, series, theme, x, y + 10);
    pen.fillStyle = theme.text;
    pen.fillText(label, x + SWATCH + 6, y + 14);
    x += needed + 12;
  }
  return y + LINE + 4;
}

function drawSwatch(pen: Pen, chart: Chart, series: ChartSeries, theme: Theme, x: number, y: number): void {
  const colour = seriesColour(theme, series.style.colour);
  if (chart.mark === "bar") {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.rect(x + 8, y - 6, 12, 12);
    pen.fill();
    return;
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.lineJoin = "miter";
  pen.setLineDash([...series.style.dash]);
  if (chart.mark === "line") line(pen, x, y, x + SWATCH, y);
  pen.setLineDash([]);
  drawMarkers(pen, [[x + SWATCH / 2, y]], series.style, theme);
}
