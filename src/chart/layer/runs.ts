import { bandShare } from "../frame.ts";
import type { Scene, VisibleSeries } from "../scene.ts";
import { seriesColour } from "../theme.ts";
import { discs } from "./discs.ts";
import type { Layer } from "./layer.ts";

/** Across, in CSS pixels. */
const DOT = 3.5;
/** With what sets dots off from the bars on which they lie. */
const SET_OFF = 4.75;
/** How opaque dots beside no bar are: in every colour of the palettes still 3:1 against the background. */
export const FAINT = 0.8;

/**
 * Single runs as small dots: those of a number at its place, those of a category side by side in the order in which they ran.
 */
export const runs: Layer = (pen, scene) => {
  const { chart, theme, area, visible } = scene;
  for (const series of visible) {
    if (series.runs === null) continue;
    const all = dots(scene, series);
    if (chart.mark === "bar") {
      discs(pen, area, all, theme.background, SET_OFF);
      discs(pen, area, all, theme.text, DOT);
    } else {
      pen.globalAlpha = FAINT;
      discs(pen, area, all, seriesColour(theme, series.style.colour), DOT);
      pen.globalAlpha = 1;
    }
  }
};

function dots(scene: Scene, series: VisibleSeries): [x: number, y: number][] {
  const { chart, area, place, x, y } = scene;
  const [low, high] = chart.y.domain;
  const slot = chart.x.kind === "category" ? (Math.abs(x(1) - x(0)) * bandShare(chart) * 0.7) / chart.series.length : 0;
  return series.x.flatMap((_, i) => {
    const all = series.runs?.[i] ?? [];
    return all.flatMap((run, k): [number, number][] => {
      if (run < low || run > high || isWithin(series, i, run, chart.runs)) return [];
      const at = place(series, i) + ((k + 0.5) / all.length - 0.5) * slot;
      const up = y(run);
      const [across, down] = chart.orientation === "lying" ? [up, at] : [at, up];
      return across < area.left - 1 || across > area.right + 1 ? [] : [[across, down]];
    });
  });
}

/** Of boxes whose runs are not drawn only those beyond the whiskers are. */
function isWithin({ outer }: VisibleSeries, i: number, run: number, drawn: Scene["chart"]["runs"]): boolean {
  const [low, high] = [outer?.low[i] ?? null, outer?.high[i] ?? null];
  return drawn !== "drawn" && low !== null && high !== null && run >= low && run <= high;
}
