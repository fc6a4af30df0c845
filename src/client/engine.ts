import { BasicPlatform } from "chart.js";
import type { Chart } from "../chart/chart.ts";
import { chartConfig } from "../chart/config.ts";
import { namesAt } from "../chart/ends/names.ts";
import { needsMore } from "../chart/form.ts";
import { Drawing } from "../chart/register.ts";
import type { Theme } from "../chart/theme.ts";
import type { ChartView } from "../chart/view.ts";
import type { Box, Spot } from "./place.ts";
import { strokeInParts } from "./strokes.ts";

/** A chart on a canvas, and where things are on it, in CSS pixels from its upper left corner. */
export interface Picture {
  readonly canvas: HTMLCanvasElement;
  readonly area: Box;
  /** Where a point of a series stands; null where it is not drawn. */
  readonly spot: (series: number, point: number) => Spot | null;
  /** The x under a place. */
  readonly xAt: (spot: Spot) => number;
  /** Where an x stands along its axis, and the width of its band where x is a category (else 0). */
  readonly along: (x: number) => { readonly at: number; readonly band: number };
  /** Takes the canvas away and lets go of everything: Chart.js remembers each chart until it is told. */
  readonly remove: () => void;
}

export interface PictureOptions {
  readonly chart: Chart;
  readonly theme: Theme;
  readonly view: ChartView;
  /** In whole CSS pixels. */
  readonly width: number;
  /** Device pixels to a CSS pixel. */
  readonly ratio: number;
  /** Called between the steps of drawing, each of which may take a while on a slow machine. */
  readonly rest: () => Promise<void> | void;
}

/** Draws a chart on a new canvas: sets it up, lays it out and paints it, with a rest between. */
export async function createPicture({ chart, theme, view, width, ratio, rest }: PictureOptions): Promise<Picture> {
  const easel = new OffscreenCanvas(Math.max(1, width), chart.height);
  const more = needsMore(chart) ? (await import("../chart/layer/more.ts")).moreLayers : null;
  const config = chartConfig(chart, theme, view, namesAt(chart, width), more);
  await rest();
  const drawing = new Drawing(easel as never, {
    ...config,
    options: { ...config.options, responsive: false, devicePixelRatio: ratio },
    platform: BasicPlatform,
  });
  await rest();
  // axes first, then the series
  const { datasets } = drawing.data;
  drawing.data.datasets = [];
  drawing.update();
  await rest();
  drawing.data.datasets = datasets;
  drawing.update();
  strokeInParts(drawing);
  for (const part of config.plugins[0].parts) {
    await rest();
    part(drawing);
  }
  return toPicture(frame(easel, drawing), chart, drawing);
}

/**
 * A canvas that only shows what was drawn: one that could be drawn on is copied for each frame of the page, where no graphics processor
 * shows it.
 */
function frame(easel: OffscreenCanvas, { width, height }: Drawing): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement("canvas"), { width: easel.width, height: easel.height });
  canvas.setAttribute("aria-hidden", "true");
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(easel.transferToImageBitmap());
  return canvas;
}

function toPicture(canvas: HTMLCanvasElement, chart: Chart, drawing: Drawing): Picture {
  const { left, top, right, bottom } = drawing.chartArea;
  const lying = chart.orientation === "lying";
  // Chart.js looks for it each time
  const drawn = chart.series.map((_, series) => drawing.getDatasetMeta(series).data);
  const [places, values] = [drawing.scales[lying ? "y" : "x"]!, drawing.scales[lying ? "x" : "y"]!];
  const length = (lying ? bottom - top : right - left) / Math.max(1, chart.x.categories.length);
  return {
    canvas,
    area: { left, top, width: right - left, height: bottom - top },
    spot(series, point) {
      const element = drawn[series]?.[point];
      if (element === undefined) return null;
      const below = chart.y.lane !== null && (chart.series[series]?.y[point] ?? 1) <= 0;
      const figure = below ? values.getPixelForValue(chart.y.lane!) : lying ? element.x : element.y;
      const [left, top] = lying ? [figure, element.y] : [element.x, figure];
      return Number.isFinite(left + top) ? { left, top } : null;
    },
    xAt: (spot) => places.getValueForPixel(lying ? spot.top : spot.left) ?? Number.NaN,
    along: (x) => ({ at: places.getPixelForValue(x), band: chart.x.kind === "category" ? length : 0 }),
    remove() {
      canvas.remove();
      drawing.destroy();
    },
  };
}
