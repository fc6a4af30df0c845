import type { Chart as Drawing } from "chart.js";
import { BarElement, LineElement } from "chart.js";
import type { Scale } from "./scales.ts";

/** What a configuration says of a series. */
export interface Dataset {
  readonly data: readonly { readonly x: number | null; readonly y: number | null }[];
  readonly clip: 0 | false;
  readonly hidden: boolean;
  readonly showLine?: boolean;
  readonly borderWidth: number;
  readonly categoryPercentage?: number;
  readonly barPercentage?: number;
}

/** Where a point or a bar stands. */
export interface Placed {
  x: number;
  y: number;
}

/** The sides of the plot: along which series go, and on which their figures are read. */
export interface Sides {
  readonly index: { readonly axis: "x" | "y"; readonly scale: Scale };
  readonly value: { readonly axis: "x" | "y"; readonly scale: Scale };
}

/** What draws a part of a line; the types of Chart.js do not tell that it can. */
interface Line {
  points: readonly Placed[];
  draw(pen: Drawing["ctx"], area: null, first: number, count: number): void;
}

/** A series in its place. */
export interface Element {
  readonly dataset: Dataset;
  readonly data: readonly Placed[];
  draw(pen: Drawing["ctx"]): void;
}

/** A line with Chart.js' own way of drawing lines. */
export function lineElement(dataset: Dataset, { index, value }: Sides): Element {
  const points = dataset.data.map((point) => {
    const along = index.scale.getPixelForValue(point[index.axis]);
    const read = point[value.axis];
    const up = value.scale.getPixelForValue(read ?? baseOf(value.scale));
    const [x, y] = index.axis === "x" ? [along, up] : [up, along];
    return { x, y, skip: Number.isNaN(along) || Number.isNaN(up) || read === null, stop: false };
  });
  const options = { ...LineElement.defaults, ...dataset };
  const line = new LineElement({ options } as never) as unknown as Line;
  return {
    dataset,
    data: points,
    draw(pen) {
      if (dataset.showLine === false || points.length === 0) return;
      const places = dataset.data.map((point) => point[index.axis]!);
      // a line begins with the last point before what is seen, and ends with the first one after it
      const { min, max } = index.scale;
      const first = lookUp(places, (i) => places[i]! < min).low;
      const last = lookUp(places, (i) => places[i]! < max || (places[i] === max && places[i + 1] === max)).high;
      line.points = points;
      line.draw(pen, null, first, last + 1 - first);
    },
  };
}

/** The figure at which a point without one would stand. */
function baseOf({ min, max }: Scale): number {
  return min < 0 && max < 0 ? max : min > 0 && max > 0 ? min : 0;
}

/** Neighbours between which a condition ends to hold that holds from the first on. */
function lookUp(
  all: readonly number[],
  holds: (i: number) => boolean,
): { readonly low: number; readonly high: number } {
  let [low, high] = [0, all.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return { low, high };
}

/** The bars of one series of several with Chart.js' own way of drawing bars: `all` are those that are seen, this one among them. */
export function barElement(dataset: Dataset, all: readonly Dataset[], { index, value }: Sides): Element {
  const { categoryPercentage = 0.8, barPercentage = 0.9 } = dataset;
  const size = nearest(all, index) * categoryPercentage;
  const chunk = size / all.length;
  const base = value.scale.getPixelForValue(0);
  const bars = dataset.data.map((point) => {
    const start = index.scale.getPixelForValue(point[index.axis]) - size / 2;
    const center = start + chunk * all.indexOf(dataset) + chunk / 2;
    const head = value.scale.getPixelForValue(point[value.axis]);
    const [thick, long] = [chunk * barPercentage, Math.abs(head - base)];
    const place = index.axis === "x" ? { x: center, y: head } : { x: head, y: center };
    const extent = index.axis === "x" ? { width: thick, height: long } : { width: long, height: thick };
    const options = { ...BarElement.defaults, ...dataset };
    const inflateAmount = categoryPercentage * barPercentage === 1 ? 0.33 : 0;
    const bar = {
      options,
      base,
      horizontal: index.axis === "y",
      ...place,
      ...extent,
      inflateAmount,
      borderSkipped: {},
    };
    return { ...place, isThere: point[value.axis] !== null, element: new BarElement(bar as never) };
  });
  return {
    dataset,
    data: bars,
    draw(pen) {
      for (const { isThere, element } of bars) if (isThere) element.draw(pen);
    },
  };
}

/** The least distance of two places at which bars stand, in pixels; the length of the side where there is one only. */
function nearest(all: readonly Dataset[], { axis, scale }: Sides["index"]): number {
  const places = new Set(all.flatMap(({ data }) => data.map((point) => point[axis]!)));
  const pixels = [...places].sort((a, b) => a - b).map((place) => scale.getPixelForValue(place));
  return pixels.reduce(
    (least, pixel, i) => (i === 0 ? least : Math.min(least, Math.abs(pixel - pixels[i - 1]!) || least)),
    scale.length,
  );
}
