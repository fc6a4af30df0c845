import type { ChartSeries } from "../chart.ts";
import type { Pen } from "../pen.ts";
import type { Scene, VisibleSeries } from "../scene.ts";
import { seriesColour } from "../theme.ts";
import type { Layer } from "./layer.ts";
import { line } from "./layer.ts";

interface Edge {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Under lines: the spread as a band of the series' colour. */
export const bands: Layer = (pen, scene) => {
  if (scene.chart.mark !== "line") return;
  for (const series of scene.visible) {
    pen.fillStyle = pen.strokeStyle = seriesColour(scene.theme, series.style.colour);
    // No band leads to the lane of a log scale.
    const isInLane = (i: number): boolean => scene.chart.x.kind === "log" && series.x[i]! <= 0;
    const all = edges(scene, series, series).flatMap((edge, i) => (isInLane(i) ? [edge, null] : [edge]));
    for (const run of runs(all)) {
      pen.globalAlpha = run.length > 1 ? 0.16 : 0.4;
      if (run.length > 1) band(pen, run);
      else whisker(pen, run[0]!);
    }
  }
  pen.globalAlpha = 1;
};

/** How thick a box is, in CSS pixels: thinner than the marks of a row are apart. */
const BOX = 12;

/** Over bars and dots: the spread as a thin line at each; of boxes the whiskers so, and the quartiles thick. */
export const whiskers: Layer = (pen, scene) => {
  const { chart, theme } = scene;
  if (chart.mark === "line") return;
  pen.setLineDash([]);
  pen.lineCap = "butt";
  for (const series of scene.visible) {
    const colour = seriesColour(theme, series.style.colour);
    const { low, high, outer } = series;
    if (outer !== null) along(edges(scene, series, outer), [[colour, 1.5, 1]]);
    // Its fill alone would be too pale for some eyes.
    const box = [
      [colour, BOX, 1],
      [theme.background, BOX - 2, 1],
      [colour, BOX - 2, 0.4],
    ] as const;
    const bar = [
      [theme.background, 4, 1],
      [theme.text, 1.5, 1],
    ] as const;
    const steps = chart.form === "box" ? box : chart.mark === "bar" ? bar : ([[colour, 1.5, 1]] as const);
    const ends = edges(scene, series, { low, high });
    along(ends, steps);
    pen.globalAlpha = 1;
    if (chart.form === "box") closed(ends, colour);
  }

  /** The ends of boxes. Only what runs along a plot keeps its width where that stretches. */
  function closed(all: readonly (Edge | null)[], colour: string): void {
    const lying = chart.orientation === "lying";
    pen.strokeStyle = colour;
    pen.lineWidth = lying ? 1 : BOX;
    for (const edge of all) {
      if (edge === null) continue;
      for (const end of [edge.low, edge.high]) {
        if (lying) line(pen, end, edge.x - BOX / 2, end, edge.x + BOX / 2);
        else line(pen, edge.x, end - 0.5, edge.x, end + 0.5);
      }
    }
  }

  /** Strokes of a colour, a width and an opacity, one over the other. */
  function along(all: readonly (Edge | null)[], steps: readonly (readonly [string, number, number])[]): void {
    for (const edge of all) {
      if (edge === null) continue;
      for (const [colour, width, alpha] of steps) {
        pen.strokeStyle = colour;
        pen.lineWidth = width;
        pen.globalAlpha = alpha;
        if (chart.orientation === "lying") line(pen, edge.low, edge.x, edge.high, edge.x);
        else line(pen, edge.x, edge.low, edge.x, edge.high);
      }
    }
  }
};

/** Both edges of a spread in pixels, null at points without; where a log axis cannot show the lower one, the end of the axis. */
function edges(scene: Scene, series: VisibleSeries, ends: Pick<ChartSeries, "low" | "high">): (Edge | null)[] {
  if (ends.low === null) return [];
  const { chart, y, place } = scene;
  const [bottom, top] = chart.y.domain;
  return series.x.map((_, i) => {
    const low = ends.low?.[i] ?? null;
    const high = ends.high?.[i] ?? null;
    if (low === null || high === null || high < bottom || low > top) return null;
    return { x: place(series, i), low: y(Math.max(low, bottom)), high: y(Math.min(high, top)) };
  });
}

function runs(edges: readonly (Edge | null)[]): Edge[][] {
  const found: Edge[][] = [];
  let run: Edge[] = [];
  for (const edge of [...edges, null]) {
    if (edge !== null) run.push(edge);
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  return found;
}

function band(pen: Pen, run: readonly Edge[]): void {
  pen.beginPath();
  for (const [i, { x, high }] of run.entries())
    if (i === 0) pen.moveTo(x, high);
    else pen.lineTo(x, high);
  for (const { x, low } of run.toReversed()) pen.lineTo(x, low);
  pen.closePath();
  pen.fill();
}

function whisker(pen: Pen, { x, low, high }: Edge): void {
  pen.lineWidth = 2;
  line(pen, x, low, x, high);
}
