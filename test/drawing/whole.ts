import { BasicPlatform } from "chart.js";
import type { Chart } from "../../src/chart/chart.ts";
import { chartConfig } from "../../src/chart/config.ts";
import { type EndNames, namesAt } from "../../src/chart/ends/names.ts";
import { moreLayers } from "../../src/chart/layer/more.ts";
import { Drawing } from "../../src/chart/register.ts";
import type { Theme } from "../../src/chart/theme.ts";
import { ALL_VISIBLE, type ChartView } from "../../src/chart/view.ts";
import type { Item } from "../../src/drawing/item.ts";
import { Recorder } from "../../src/drawing/recorder.ts";

/** What the whole of Chart.js draws for a chart, by itself or in the parts in which browsers have it drawn. The platform is named, because Chart.js would take any global `document` as a sign of a browser. */
export function recordWhole(
  chart: Chart,
  theme: Theme,
  width: number,
  ratio: number,
  view: ChartView = ALL_VISIBLE,
  names: EndNames | null = namesAt(chart, width),
  inParts = false,
): readonly Item[] {
  const recorder = new Recorder(width, chart.height);
  const config = chartConfig(chart, theme, view, names, moreLayers);
  const options = { ...config.options, responsive: false, devicePixelRatio: ratio };
  // The recorder stands in for a canvas: Chart.js asks no more of it than this.
  const drawing = new Drawing(recorder.canvas as never, { ...config, options, platform: BasicPlatform });
  const drawn = recorder.items.length;
  if (inParts) for (const part of config.plugins[0].parts) part(drawing);
  const items = recorder.items.slice(inParts ? drawn : 0);
  drawing.destroy();
  return items;
}
