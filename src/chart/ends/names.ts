import type { Chart } from "../chart.ts";
import { isStepped } from "../form.ts";
import { FONT_SIZE, margins } from "../frame.ts";
import { shorten, textWidth, wrap } from "../measure.ts";

/** A picture must be so wide, in CSS pixels, that names at the ends of its lines leave room for the lines. */
const ROOMY = 480;
/** More lines end too close to each other: a legend names them. */
const MOST = 8;
/** Widest line of a name, in CSS pixels. */
const WIDEST = 122;
/** From the end of the plot to the names: room for a marker, and for the line that leads to a name that had to move. */
export const AWAY = 16;
/** From the base line of a name's first line to that of its second. */
export const NAME_LINE = 14;
/** Heights of a place for a name of one line: as high as a finger needs, or close where many stand in a low picture. */
const PLACES = [24, 18] as const;

/** The names of a chart's series as they stand at the ends of their lines. */
export interface EndNames {
  /** What they take right of the plot, in CSS pixels: a multiple of 16. */
  readonly width: number;
  /** By series: one line or two. */
  readonly names: readonly (readonly string[])[];
  /** By series: height of the place that the name has to itself, an even number of CSS pixels. */
  readonly heights: readonly number[];
  /** Whether they say all that a legend would; else one has the rest. */
  readonly isWhole: boolean;
}

/** Null where a legend names the series: of bars, which have no ends, of distributions, which all end alike, and of very many lines. */
export function endNames(chart: Chart): EndNames | null {
  const { mark, orientation, series } = chart;
  if (mark !== "line" || orientation === "lying" || isStepped(chart)) return null;
  if (series.length === 0 || series.length > MOST) return null;
  const { low, high } = endRoom(chart);
  const folded = series.map(({ label }) => wrap(label, WIDEST, FONT_SIZE, 2));
  const single = series.map(({ label }) => [shorten(label, WIDEST, FONT_SIZE)]);
  const tries = [folded, single].flatMap((names) =>
    PLACES.map((least) => ({ names, heights: heightsOf(names, least) })),
  );
  const fitting = tries.find(({ heights }) => heights.reduce((sum, height) => sum + height, 0) <= high - low);
  if (fitting === undefined) return null;
  const { names, heights } = fitting;
  const widest = Math.max(...names.flat().map((line) => textWidth(line, FONT_SIZE)));
  const isWhole = series.every(
    ({ label, y }, i) =>
      names[i]!.join(" ") === label.trim().replace(/\s+/gu, " ") && y.some((value) => value !== null),
  );
  return { width: Math.max(32, Math.ceil((AWAY + widest * 1.04) / 16) * 16), names, heights, isWhole };
}

/** Those names where a picture of a width in CSS pixels has room for them, else null. */
export function namesAt(chart: Chart, width: number): EndNames | null {
  return width >= ROOMY ? endNames(chart) : null;
}

/** Between which heights of the picture names may stand: beside the plot, not beside what is below it. */
export function endRoom(chart: Chart): { readonly low: number; readonly high: number } {
  return { low: 0, high: chart.height - margins(chart).bottom + 8 };
}

function heightsOf(names: readonly (readonly string[])[], least: number): number[] {
  return names.map((lines) => Math.max(least, lines.length * NAME_LINE + 4));
}
