import { bandShare, GRID } from "../frame.ts";
import type { Scene, VisibleSeries } from "../scene.ts";
import { seriesColour } from "../theme.ts";
import type { Layer } from "./layer.ts";

/** Across, in CSS pixels. */
const DOT = 3.5;
/** With what sets dots off from the bars on which they lie. */
const SET_OFF = 4.75;
/** How opaque dots beside no bar are: in every colour of the palettes still 3:1 against the background. */
export const FAINT = 0.8;

/**
 * Single runs as small dots: those of a number at its place, those of a category side by side in the order in which they ran. A
 * dot is a line as short as the grid of pictures allows, with round ends: it keeps its shape where the plot stretches.
 */
export const runs: Layer = (pen, scene) => {
  const { chart, theme, visible } = scene;
  pen.lineCap = "round";
  pen.setLineDash([]);
  for (const series of visible) {
    if (series.runs === null) continue;
    const all = dots(scene, series);
    if (chart.mark === "bar") {
      draw(theme.background, SET_OFF, 1);
      draw(theme.text, DOT, 1);
    } else draw(seriesColour(theme, series.style.colour), DOT, FAINT);

    function draw(colour: string, width: number, alpha: number): void {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.globalAlpha = alpha;
      pen.beginPath();
      for (const [x, y, step] of all) {
        pen.moveTo(x, y);
        pen.lineTo(x + step, y);
      }
      pen.stroke();
    }
  }
  pen.globalAlpha = 1;
};

function dots(scene: Scene, series: VisibleSeries): [x: number, y: number, step: number][] {
  const { chart, area, place, x, y } = scene;
  const step = (area.right - area.left) / GRID.across;
  const [low, high] = chart.y.domain;
  const slot = chart.x.kind === "category" ? (Math.abs(x(1) - x(0)) * bandShare(chart) * 0.7) / chart.series.length : 0;
  return series.x.flatMap((_, i) => {
    const all = series.runs?.[i] ?? [];
    return all.flatMap((run, k): [number, number, number][] => {
      if (run < low || run > high || isWithin(series, i, run, chart.runs)) return [];
      const at = place(series, i) + ((k + 0.5) / all.length - 0.5) * slot;
      const up = y(run);
      const [across, down] = chart.orientation === "lying" ? [up, at] : [at, up];
      if (across < area.left - 1 || across > area.right + 1) return [];
      return [
        [area.left + Math.round((across - area.left) / step) * step, Math.round(down * GRID.down) / GRID.down, step],
      ];
    });
  });
}

/** Of boxes whose runs are not drawn only those beyond the whiskers are. */
function isWithin({ outer }: VisibleSeries, i: number, run: number, drawn: Scene["chart"]["runs"]): boolean {
  const [low, high] = [outer?.low[i] ?? null, outer?.high[i] ?? null];
  return drawn !== "drawn" && low !== null && high !== null && run >= low && run <= high;
}
