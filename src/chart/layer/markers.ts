import type { MarkerName, SeriesStyle } from "../chart.ts";
import { isStepped } from "../form.ts";
import type { Pen } from "../pen.ts";
import type { Scene, VisibleSeries } from "../scene.ts";
import { BEHIND, seriesColour, type Theme } from "../theme.ts";
import { failedPoints } from "./failed.ts";
import type { Layer } from "./layer.ts";

/** Up to so many points of a line get a marker each; of more, about so many spread along it. */
const ALL = 24;
const SOME = 10;
/** Radius and width of a ring that is a hole in a sign of its colour: even a triangle stays one around it. */
const HOLE = [1.6, 0.5] as const;

/**
 * The signs of the series at their points, set off from the lines under them by a rim of the background. Where requests failed they
 * have a hole.
 */
export const markers: Layer = (pen, scene) => {
  const { chart, theme } = scene;
  if (isStepped(chart) && chart.series.length === 1) return;
  pen.setLineDash([]);
  pen.lineCap = "butt";
  pen.lineJoin = "miter";
  // As Chart.js stacks lines: the first series on top.
  for (const series of scene.visible.toReversed()) {
    if (series.style.colour === BEHIND && chart.mark === "line") continue;
    const marked = chart.mark === "bar" ? [] : markedPoints(scene, series);
    drawMarkers(pen, pixels(scene, series, marked), series.style, theme);
    const failed = new Set(failedPoints(chart, series));
    const pierced = marked.filter((point) => failed.has(point));
    holes(pen, pixels(scene, series, pierced), seriesColour(theme, series.style.colour), theme);
  }
};

function holes(pen: Pen, places: readonly (readonly [number, number])[], colour: string, { background }: Theme): void {
  const [radius, width] = HOLE;
  pen.fillStyle = background;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  for (const [x, y] of places) {
    pen.save();
    pen.translate(x, y);
    pen.beginPath();
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    pen.restore();
  }
}

/** The marker of a series at places in pixels. */
export function drawMarkers(
  pen: Pen,
  places: readonly (readonly [number, number])[],
  { marker, colour }: SeriesStyle,
  theme: Theme,
): void {
  for (const pass of passes(marker, seriesColour(theme, colour), theme.background)) {
    for (const [x, y] of places) {
      pen.save();
      pen.translate(x, y);
      pen.beginPath();
      SHAPES[marker](pen);
      pass(pen);
      pen.restore();
    }
  }
}

/** Where points stand, in pixels, without those that the domain leaves out. */
export function pixels(scene: Scene, series: VisibleSeries, points: readonly number[]): (readonly [number, number])[] {
  const { chart, area, place, y } = scene;
  return points
    .map((i) => [place(series, i), y(series.y[i]!)] as const)
    .map(([along, up]): readonly [number, number] => (chart.orientation === "lying" ? [up, along] : [along, up]))
    .filter(([px, py]) => px >= area.left - 1 && px <= area.right + 1 && py >= area.top - 1 && py <= area.bottom + 1);
}

/**
 * Which points of a series carry its marker, independent of the picture's width: all where they are few or are the mark
 * itself; else those nearest to evenly spaced places, staggered so that series which lie on each other show their
 * markers side by side. A point to which no line leads always does.
 */
export function markedPoints(scene: Pick<Scene, "chart">, series: VisibleSeries): number[] {
  const { chart } = scene;
  if (chart.form === "histogram") return [series.y.indexOf(Math.max(...series.y.map(Number)))];
  // Between its steps a distribution has no points, and none at the ends of the axis.
  const isPoint = (value: number, i: number): boolean => chart.form !== "ecdf" || value !== (series.y[i - 1] ?? 0);
  const drawn = series.y.flatMap((value, i) => (value !== null && isPoint(value, i) ? [i] : []));
  if (chart.mark === "dot" || (drawn.length <= ALL && drawn.length * chart.series.length <= 4 * ALL)) return drawn;
  const wanted = Math.max(4, Math.min(SOME, Math.floor(96 / chart.series.length)));
  const phase = (series.index + 0.5) / chart.series.length;
  const chosen = new Set<number>();
  for (let k = 0; k < wanted; k++) {
    const at = Math.floor(((k + phase) / wanted) * drawn.length);
    chosen.add(drawn[Math.min(at, drawn.length - 1)]!);
  }
  const stands = (axis: Scene["chart"]["x"], value: number | null | undefined): boolean =>
    value != null && (axis.kind !== "log" || value > 0);
  const joined = (i: number): boolean => stands(chart.x, series.x[i]) && stands(chart.y, series.y[i]);
  for (const i of drawn) if (!joined(i) || (!joined(i - 1) && !joined(i + 1))) chosen.add(i);
  return [...chosen].sort((a, b) => a - b);
}

const SHAPES: Readonly<Record<MarkerName, (pen: Pen) => void>> = {
  circle: (pen) => pen.arc(0, 0, 4, 0, 2 * Math.PI),
  square: (pen) => polygon(pen, [-3.5, -3.5, 3.5, -3.5, 3.5, 3.5, -3.5, 3.5]),
  triangle: (pen) => polygon(pen, [0, -4.8, 4.6, 3.2, -4.6, 3.2]),
  diamond: (pen) => polygon(pen, [0, -5, 5, 0, 0, 5, -5, 0]),
  cross: (pen) => strokes(pen, [-3.5, -3.5, 3.5, 3.5, -3.5, 3.5, 3.5, -3.5]),
  plus: (pen) => strokes(pen, [-4.5, 0, 4.5, 0, 0, -4.5, 0, 4.5]),
};

function polygon(pen: Pen, [x, y, ...rest]: readonly number[]): void {
  pen.moveTo(x!, y!);
  for (let i = 0; i < rest.length; i += 2) pen.lineTo(rest[i]!, rest[i + 1]!);
  pen.closePath();
}

function strokes(pen: Pen, ends: readonly number[]): void {
  for (let i = 0; i < ends.length; i += 4) {
    pen.moveTo(ends[i]!, ends[i + 1]!);
    pen.lineTo(ends[i + 2]!, ends[i + 3]!);
  }
}

/** How a marker is painted: filled with a rim, or a thin sign over a thicker one of the background. */
function passes(name: MarkerName, colour: string, background: string): ((pen: Pen) => void)[] {
  if (name === "cross" || name === "plus") return [stroke(background, 4.5), stroke(colour, 2)];
  const rim = stroke(background, 1.5);
  return [
    (pen) => {
      pen.fillStyle = colour;
      pen.fill();
      rim(pen);
    },
  ];
}

function stroke(colour: string, width: number): (pen: Pen) => void {
  return (pen) => {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke();
  };
}
