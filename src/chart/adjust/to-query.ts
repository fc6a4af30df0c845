import type { Axis } from "../chart.ts";
import type { Adjustment } from "./adjustment.ts";
import type { Shown } from "./view.ts";

/** What an address can ask of one chart; `hide` and `x` are asked of all. */
export type QueryKey = "xscale" | "y" | "xrange" | "yrange" | "base" | "runs" | "panels";

/**
 * The query of an address for a view, without its question mark: `y=log&hide=python&base=node&x=800`. A view that shows
 * everything as described gives the empty text. Keys of the chart that the address leads to stand alone, those of others with
 * the chart's id before them: `graph-2.y=log`. `x` is a `placeName`.
 */
export function toQuery({ hidden, adjustments }: Shown, chart: string | null, x: string | null): string {
  const own = [...adjustments].flatMap(([id, adjustment]) =>
    words(adjustment).map(([key, value]) => `${id === chart ? "" : `${escape(id)}.`}${key}=${value}`),
  );
  return [
    ...own,
    ...(hidden.size === 0 ? [] : [`hide=${[...hidden].map(escape).join(",")}`]),
    ...(x === null ? [] : [`x=${x}`]),
  ].join("&");
}

/** An x as an address names it: what was set, a category by its name. */
export function placeName({ kind, categories }: Axis, x: number | null): string | null {
  return x === null ? null : kind === "category" ? escape(categories[x] ?? "") : String(x);
}

function words({ xScale, yScale, xRange, yRange, base, runs, panels }: Adjustment): [QueryKey, string][] {
  const pairs: [QueryKey, string | null][] = [
    ["y", yScale],
    ["xscale", xScale],
    ["xrange", xRange && xRange.join("..")],
    ["yrange", yRange && yRange.join("..")],
    ["base", base && escape(base)],
    ["runs", runs === null ? null : runs ? "1" : "0"],
    ["panels", panels ? "1" : null],
  ];
  return pairs.flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
}

/** As little as possible: an address should be readable. The comma separates ids. */
function escape(text: string): string {
  return encodeURIComponent(text);
}
