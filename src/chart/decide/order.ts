import type { Better, XAxis } from "../../benchmark/dataset.ts";
import type { ChartSeries } from "../chart.ts";
import type { ChartSpec } from "../spec.ts";
import { take } from "../thin.ts";

/**
 * The places of categories in the order in which they are drawn: a known one, or by value where the author leaves the mark open or
 * asks for it. Null for that of the data.
 */
export function orderOf(
  { kind, categories }: XAxis,
  { mark, x }: ChartSpec,
  series: readonly ChartSeries[],
  better: Better | null,
  known: readonly string[] | undefined,
): number[] | null {
  if (kind !== "category") return null;
  if (known !== undefined) return known.map((name) => categories.indexOf(name));
  const order = x?.order ?? (mark === undefined ? "value" : "data");
  return order === "value" ? byValue(series, categories.length, better) : null;
}

/**
 * The places of categories in the order of their largest figure, the best first; those without figures last. `count` is how
 * many there are. Ties stay as they were.
 */
function byValue(series: readonly ChartSeries[], count: number, better: Better | null): number[] {
  const largest = Array.from({ length: count }, () => -Infinity);
  for (const { x, y } of series) {
    for (const [i, value] of y.entries()) if (value !== null) largest[x[i]!] = Math.max(largest[x[i]!]!, value);
  }
  const rank = (place: number): number => {
    const value = largest[place]!;
    return value === -Infinity ? Infinity : better === "lower" ? value : -value;
  };
  return largest.map((_, place) => place).sort((a, b) => (rank(a) === rank(b) ? a - b : rank(a) - rank(b)));
}

/** A series whose points ascend along the axis. */
export function ascending(series: ChartSeries): ChartSeries {
  const rows = series.x.map((_, row) => row).sort((a, b) => series.x[a]! - series.x[b]!);
  return take(series, rows);
}
