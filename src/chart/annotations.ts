import type { Chart } from "./chart.ts";
import { plotWidth } from "./decide/margins.ts";
import { FONT_SIZE, margins } from "./frame.ts";
import { textWidth, wrap } from "./measure.ts";
import { shareOf } from "./scale.ts";

/** From the line of a remark to its words, in CSS pixels; the same is left free beyond them. */
export const BESIDE = 5;
/** From one base line of a remark to the next. */
export const REMARK_LINE = 14;
/** Widest line of a remark, and how many it may have. */
const WIDEST = 200;
const MOST = 3;
/** Above the first remark; lower where the name of the reference line stands there. */
const FIRST = 1;
const BELOW_REFERENCE = 20;
/** Between two remarks, one above the other. */
const GAP = 2;

/** Where the words of an author's remark stand: the same at every width. */
export interface PlacedAnnotation {
  /** On the x-axis. */
  readonly x: number;
  /** On which side of its line the words stand: on the one with more room. */
  readonly side: "left" | "right";
  /** From the top of the picture, in CSS pixels. */
  readonly top: number;
  readonly height: number;
  /** None where the picture has no room for them: then they are only in the table and in the chart's words. */
  readonly lines: readonly string[];
}

/**
 * The author's remarks as a picture shows them: folded so that they stay in the plot, and each as high as it can stand without
 * meeting one before it. What has room beside another on the narrowest screen has it on every one, since lines move apart where
 * the plot is wider, and words keep their width.
 */
export function placeAnnotations(chart: Chart): PlacedAnnotation[] {
  const width = plotWidth(chart.yAxisWidth, chart.rightMargin);
  const { top, bottom } = margins(chart);
  const floor = chart.height - bottom - GAP;
  const first = top + (chart.reference === null ? FIRST : BELOW_REFERENCE);
  const placed: (PlacedAnnotation & { readonly from: number; readonly to: number })[] = [];
  for (const { x, label } of chart.annotations) {
    const share = shareOf(chart.x, x);
    const isNowhere = chart.x.kind === "log" && x <= 0 && chart.x.lane === null;
    if (chart.orientation === "lying" || isNowhere || !(share >= 0 && share <= 1)) continue;
    const side = share > 0.5 ? "left" : "right";
    const room = Math.min(WIDEST, width * (side === "left" ? share : 1 - share) - 2 * BESIDE);
    const lines = wrap(label, room, FONT_SIZE, MOST);
    const length = Math.max(0, ...lines.map((line) => textWidth(line, FONT_SIZE))) + 2 * BESIDE;
    const at = share * width;
    const [from, to] = side === "left" ? [at - length, at] : [at, at + length];
    const height = lines.length * REMARK_LINE + 2;
    const beside = placed.filter((other) => other.lines.length > 0 && other.from < to && from < other.to);
    const under = ({ top, height }: PlacedAnnotation): number => top + height + GAP;
    const starts = [first, ...beside.map(under)].sort((a, b) => a - b);
    const isFree = (start: number): boolean =>
      beside.every((other) => start >= under(other) || start + height + GAP <= other.top);
    const free = starts.find(isFree)!;
    placed.push({ x, side, top: free, height, from, to, lines: free + height <= floor ? lines : [] });
  }
  return placed.map(({ from: _from, to: _to, ...one }) => one);
}
