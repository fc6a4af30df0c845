import { formatNumber } from "../../benchmark/number.ts";
import type { Axis, Chart, ChartSeries } from "../chart.ts";
import { RUNS_WORDS } from "../decide/caption.ts";
import { MOST_POINTS, thinnedWords } from "../thin.ts";

/**
 * What stands under a chart as a reader has adjusted it: what stood there, in an author's words or not, as far as it still holds.
 * `isWhole` says that no point of the part that is looked at is missing from the adjusted chart's data.
 */
export function adjustedCaption(chart: Chart, adjusted: Chart, isWhole: boolean): string {
  const [thinned, domain] = [thinnedWords(chart.series), adjusted.x.domain];
  const own = [thinned, belowWords(chart), runsWords(chart)].reduce(without, chart.caption);
  const isPart = domain.some((end, i) => end !== chart.x.domain[i]);
  const drawn = isPart ? partWords(adjusted.series, domain, isWhole) : thinned;
  return [own, runsWords(adjusted), belowWords(adjusted), drawn].filter((sentence) => sentence !== "").join(" ");
}

function runsWords({ runs }: Chart): string {
  return runs === "drawn" ? RUNS_WORDS : "";
}

/** How many points stand in the lane below a log scale. */
function belowWords({ y, series }: Chart): string {
  if (y.lane === null) return "";
  const below = series.flatMap((one) => one.y).filter((value) => value !== null && value <= 0).length;
  return `${below === 1 ? "1 point is 0 and stands" : `${below} points are 0 and stand`} below the log scale.`;
}

/** What a picture of a part of the axis leaves out, where there are more points than pictures show. */
function partWords(series: readonly ChartSeries[], [low, high]: Axis["domain"], isWhole: boolean): string {
  const thinned = series.filter((one) => one.thinned !== null);
  if (thinned.length === 0) return "";
  const most = Math.max(...thinned.map(({ x }) => x.filter((value) => value >= low && value <= high).length));
  const all = formatNumber(thinned.reduce((sum, one) => sum + one.thinned!.points, 0));
  return isWhole && most <= MOST_POINTS
    ? `A part of ${all} points: all that lie in it are drawn.`
    : `A part of ${all} points: in each of ${thinned[0]!.thinned!.columns} columns of it the first, the last, the lowest and the highest are drawn.`;
}

function without(text: string, words: string): string {
  return words === "" ? text : text.replace(words, "").replace(/ {2,}/g, " ").trim();
}
