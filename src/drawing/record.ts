import { BasicPlatform } from "chart.js";
import type { Chart } from "../chart/chart.ts";
import { chartConfig } from "../chart/config.ts";
import { type EndNames, namesAt } from "../chart/ends/names.ts";
import { moreLayers } from "../chart/layer/more.ts";
import { Drawing } from "../chart/register.ts";
import type { Theme } from "../chart/theme.ts";
import { ALL_VISIBLE, type ChartView } from "../chart/view.ts";
import type { Item } from "./item.ts";
import { Recorder } from "./recorder.ts";

/** Device pixels per CSS pixel of a picture that stretches: so many that snapping to them moves nothing. Who shows it snaps. */
export const FINEST = 1000;

/**
 * What Chart.js draws for a chart at a width in CSS pixels, with so many device pixels to each. The platform is named, because Chart.js would take any global
 * `document` as a sign of a browser.
 */
export function record(
  chart: Chart,
  theme: Theme,
  width: number,
  ratio: number,
  view: ChartView = ALL_VISIBLE,
  names: EndNames | null = namesAt(chart, width),
): readonly Item[] {
  const recorder = new Recorder(width, chart.height);
  const config = chartConfig(chart, theme, view, names, moreLayers);
  const options = { ...config.options, responsive: false, devicePixelRatio: ratio };
  // The recorder stands in for a canvas: Chart.js asks no more of it than this.
  const drawing = new Drawing(recorder.canvas as never, { ...config, options, platform: BasicPlatform });
  const items = [...recorder.items];
  drawing.destroy();
  return items;
}
