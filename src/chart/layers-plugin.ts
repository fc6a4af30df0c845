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

type Part = (drawing: Drawing) => void;

export interface LayersPlugin extends Plugin {
  /** Draws what the plugin draws, and the series in between: all of a picture, in parts that may be drawn one after the other. */
  readonly parts: readonly Part[];
}

/** Draws the layers around what Chart.js draws: cut at the plot's edges where figures lie beyond, and with names at the ends of lines. */
export function layersPlugin(
  chart: Chart,
  theme: Theme,
  view: ChartView,
  more: Layers | null,
  is: { readonly cut: boolean; readonly named: boolean },
): LayersPlugin {
  const all: Layers = {
    below: [...layers.below, ...(more?.below ?? [])],
    above: [...layers.spread, ...(more?.above ?? []), ...layers.above],
  };
  const part =
    (cut: boolean, paint: (pen: Pen, scene: Scene, drawing: Drawing) => void): Part =>
    (drawing) => {
      const scene = toScene(drawing, chart, theme, view);
      drawing.ctx.save();
      if (cut && is.cut) clip(drawing.ctx, scene.area);
      paint(drawing.ctx, scene, drawing);
      drawing.ctx.restore();
    };
  const [below, above] = [all.below, all.above].map((placed) =>
    placed.filter(({ names }) => is.named || !names).map(({ layer, cut }) => part(cut, layer)),
  );
  const series = part(true, (_pen, _scene, drawing) => {
    // the first series lies on top
    for (const { controller } of drawing.getSortedVisibleDatasetMetas().toReversed()) controller.draw();
  });
  const draw = (parts: readonly Part[]) => (drawing: Drawing) => parts.forEach((part) => part(drawing));
  const afterUpdate = chart.mark === "line" ? snapPoints : () => {};
  return {
    id: "layers",
    parts: [...below!, series, ...above!],
    afterUpdate,
    beforeDatasetsDraw: draw(below!),
    afterDatasetsDraw: draw(above!),
  };
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
