import type { Chart as Drawing } from "chart.js";
import type { Chart } from "../chart/chart.ts";
import { chartConfig } from "../chart/config.ts";
import { type EndNames, namesAt } from "../chart/ends/names.ts";
import type { Box } from "../chart/frame.ts";
import { moreLayers } from "../chart/layer/more.ts";
import type { Theme } from "../chart/theme.ts";
import { ALL_VISIBLE, type ChartView } from "../chart/view.ts";
import { barElement, type Dataset, lineElement, type Sides } from "./elements.ts";
import type { Item } from "./item.ts";
import { Recorder } from "./recorder.ts";
import { scaleOf, type ScaleSettings } from "./scales.ts";

/** Device pixels per CSS pixel of a picture that stretches: so many that snapping to them moves nothing. Who shows it snaps. */
export const FINEST = 1000;

/** What is read of a configuration: all that `chartConfig` ever sets, but for what makes Chart.js do less. */
interface Settings {
  readonly type: "line" | "bar";
  readonly data: { readonly datasets: readonly Dataset[] };
  readonly options: {
    readonly indexAxis: "x" | "y";
    readonly layout: { readonly padding: Box };
    readonly scales: Readonly<Record<"x" | "y", ScaleSettings>>;
  };
  readonly plugins: readonly [
    Readonly<Record<"afterUpdate" | "beforeDatasetsDraw" | "afterDatasetsDraw", (drawing: Drawing) => void>>,
  ];
}

/**
 * What Chart.js draws for a chart at a width in CSS pixels, with so many device pixels to each. Lines and bars are drawn by its own
 * elements; where they stand is computed here, because resolving options, laying out axes that nobody sees and getting ready for
 * changes take it four times as long as all the rest. A test compares with the whole of Chart.js, number by number.
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
  const { type, data, options, plugins } = chartConfig(chart, theme, view, names, moreLayers) as unknown as Settings;
  const [layers] = plugins;
  const { left, top, right, bottom } = options.layout.padding;
  const area = { left, top, right: width - right, bottom: chart.height - bottom };
  const x = scaleOf(options.scales.x, area.left, area.right, false);
  const y = scaleOf(options.scales.y, area.top, area.bottom, true);
  const across = { axis: "x", scale: x } as const;
  const upward = { axis: "y", scale: y } as const;
  const sides: Sides = options.indexAxis === "x" ? { index: across, value: upward } : { index: upward, value: across };
  const shown = data.datasets.filter(({ hidden }) => !hidden);
  const elements = data.datasets.map((dataset) =>
    type === "bar" ? barElement(dataset, shown, sides) : lineElement(dataset, sides),
  );
  const visible = elements.filter(({ dataset }) => !dataset.hidden);
  // what the layers ask of Chart.js
  const drawing = {
    ctx: recorder,
    chartArea: area,
    scales: { x, y },
    currentDevicePixelRatio: ratio,
    getDatasetMeta: (index: number) => elements[index]!,
    getSortedVisibleDatasetMetas: () => visible,
  } as unknown as Drawing;
  layers.afterUpdate(drawing);
  layers.beforeDatasetsDraw(drawing);
  // the first series lies on top
  for (const { dataset, draw } of visible.toReversed()) {
    recorder.save();
    if (dataset.clip === 0) {
      recorder.beginPath();
      recorder.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
      recorder.clip();
    }
    draw(drawing.ctx);
    recorder.restore();
  }
  layers.afterDatasetsDraw(drawing);
  return recorder.items;
}
