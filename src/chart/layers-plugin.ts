import type { Chart as Drawing, Plugin } from "chart.js";
import type { Axis, Chart } from "./chart.ts";
import { type Box, GRID } from "./frame.ts";
import { NUDGE } from "./layer/layer.ts";
import { type Layers, layers } from "./layer/list.ts";
import type { Pen } from "./pen.ts";
import { onLane } from "./scale.ts";
import type { Scene } from "./scene.ts";
import type { Theme } from "./theme.ts";
import type { ChartView } from "./view.ts";

/** Draws the layers around what Chart.js draws: cut at the plot's edges where figures lie beyond, and with names at the ends of lines. */
export function layersPlugin(
  chart: Chart,
  theme: Theme,
  view: ChartView,
  more: Layers | null,
  is: { readonly cut: boolean; readonly named: boolean },
): Plugin {
  const all: Layers = {
    below: [...layers.below, ...(more?.below ?? [])],
    above: [...layers.spread, ...(more?.above ?? []), ...layers.above],
  };
  const draw = (place: keyof Layers) => (drawing: Drawing) => {
    const pen: Pen = drawing.ctx;
    const scene = toScene(drawing, chart, theme, view);
    for (const { layer, cut, names } of all[place]) {
      if (names === true && !is.named) continue;
      pen.save();
      if (cut && is.cut) clip(pen, scene.area);
      layer(pen, scene);
      pen.restore();
    }
  };
  const afterUpdate = chart.mark === "line" ? snapPoints : () => {};
  return { id: "layers", afterUpdate, beforeDatasetsDraw: draw("below"), afterDatasetsDraw: draw("above") };
}

/** Puts the points of lines on the grid that pictures are written in. */
function snapPoints(drawing: Drawing): void {
  const { left, right } = drawing.chartArea;
  const step = (right - left) / GRID.across;
  for (const { data } of drawing.getSortedVisibleDatasetMetas()) {
    for (const point of data) {
      point.x = left + Math.round((point.x - left) / step) * step;
      point.y = Math.round(point.y * GRID.down) / GRID.down;
    }
  }
}

function clip(pen: Pen, { left, top, right, bottom }: Box): void {
  pen.beginPath();
  pen.rect(left, top, right - left, bottom - top);
  pen.clip();
}

function toScene(drawing: Drawing, chart: Chart, theme: Theme, view: ChartView): Scene {
  const { left, top, right, bottom } = drawing.chartArea;
  const lying = chart.orientation === "lying";
  const values = drawing.scales[lying ? "x" : "y"]!;
  const places = drawing.scales[lying ? "y" : "x"]!;
  const ratio = drawing.currentDevicePixelRatio;
  return {
    chart,
    theme,
    area: { left, top, right, bottom },
    visible: chart.series.map((series, index) => ({ ...series, index })).filter(({ id }) => !view.hidden.has(id)),
    x: (value) => pixel(places, chart.x, value),
    y: (value) => pixel(values, chart.y, value),
    place: (series, i) => {
      const element = drawing.getDatasetMeta(series.index).data[i];
      return (lying ? element?.y : element?.x) ?? Number.NaN;
    },
    snap: (at) => Math.round((at + NUDGE - 0.5) * ratio) / ratio + 0.5 - NUDGE,
  };
}

function pixel(scale: { getPixelForValue(value: number): number }, axis: Axis, value: number): number {
  const shown = onLane(axis, value);
  return axis.kind === "log" && shown <= 0 ? Number.NaN : scale.getPixelForValue(shown);
}
