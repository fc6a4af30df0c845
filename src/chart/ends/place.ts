import type { Chart, ChartSeries } from "../chart.ts";
import { GRID, margins } from "../frame.ts";
import { shareOf } from "../scale.ts";
import { apart } from "./apart.ts";
import { endNames, endRoom } from "./names.ts";

/** Where the name of a series stands, in CSS pixels from the top of the picture: the same at every width. */
export interface End {
  readonly lines: readonly string[];
  /** Middle of the name, half way between two pixels, and the height that it has to itself. */
  readonly at: number;
  readonly height: number;
  /** Where its line ends; null where no part of the line is in the picture. */
  readonly tip: Tip | null;
}

interface Tip {
  /** Share of the plot's width. */
  readonly x: number;
  readonly y: number;
}

/** The names of all series at the ends of their lines, moved apart where they would overlap; empty where a legend names them. */
export function placeEnds(chart: Chart): End[] {
  const named = endNames(chart);
  if (named === null) return [];
  const { names, heights } = named;
  const { low, high } = endRoom(chart);
  const { top, bottom } = margins(chart);
  const floor = chart.height - bottom;
  const tips = chart.series.map((series): Tip | null => {
    const tip = tipOf(chart, series);
    return tip && { x: tip.x, y: Math.round((floor - tip.y * (floor - top)) * GRID.down) / GRID.down };
  });
  const wishes = tips.map((tip, i) => ({ at: tip?.y ?? high, height: heights[i]! }));
  return apart(wishes, low, high).map((middle, i) => ({
    lines: names[i]!,
    at: middle + 0.5,
    height: heights[i]!,
    tip: tips[i]!,
  }));
}

/** The last place of a line that is in the plot, as shares of its width and height. */
function tipOf({ x: across, y: up }: Chart, series: ChartSeries): Tip | null {
  const along = (i: number): number => shareOf(across, series.x[i]!);
  const drawn = (i: number): number | null => {
    const value = series.y[i] ?? null;
    return value === null ? null : shareOf(up, value);
  };
  const last = series.y.findLastIndex((value, i) => value !== null && along(i) <= 1 + 1e-9);
  if (last < 0) return null;
  const [x, y, beyond] = [along(last), drawn(last)!, drawn(last + 1)];
  if (beyond === null) return x < 0 ? null : { x: Math.min(1, x), y: within(y) };
  const share = (1 - x) / (along(last + 1) - x);
  return { x: 1, y: within(y + share * (beyond - y)) };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
