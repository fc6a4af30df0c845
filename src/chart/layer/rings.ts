import { isStepped } from "../form.ts";
import { BEHIND, seriesColour } from "../theme.ts";
import { discs } from "./discs.ts";
import { failedPoints } from "./failed.ts";
import type { Layer } from "./layer.ts";
import { markedPoints, pixels } from "./markers.ts";

/** Across, in CSS pixels, and across what is free in it. */
const RING = 6.3;
const FREE = 3.3;

/**
 * Where requests failed and the series has no sign that could have a hole, as bars have none: a small ring, which is a disc of its
 * colour below one of the background. All of a series are painted at once, so that those which touch become one.
 */
export const rings: Layer = (pen, scene) => {
  const { chart, theme, area } = scene;
  if (isStepped(chart) && chart.series.length === 1) return;
  // As Chart.js stacks lines: the first series on top.
  for (const series of scene.visible.toReversed()) {
    if (series.style.colour === BEHIND && chart.mark === "line") continue;
    const failed = failedPoints(chart, series);
    if (failed.length === 0) continue;
    const signs = new Set(chart.mark === "bar" ? [] : markedPoints(scene, series));
    const bare = pixels(
      scene,
      series,
      failed.filter((point) => !signs.has(point)),
    );
    discs(pen, area, bare, seriesColour(theme, series.style.colour), RING);
    discs(pen, area, bare, theme.background, FREE);
  }
};
