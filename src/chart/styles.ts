import type { MarkerName, SeriesStyle } from "./chart.ts";
import { PALETTE_SIZE } from "./palette.ts";

const MARKERS: readonly MarkerName[] = ["circle", "square", "triangle", "diamond", "cross", "plus"];
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3]];

/**
 * How each series looks, for all charts of a post: by the order in which the ids first come. Colours repeat after the last of
 * the palette, but then with another dash, and markers run on, so that the first 32 looks all differ.
 */
export function assignStyles(ids: Iterable<string>): ReadonlyMap<string, SeriesStyle> {
  const styles = new Map<string, SeriesStyle>();
  for (const [at, id] of [...ids].entries()) if (!styles.has(id)) styles.set(id, styleAt(at));
  return styles;
}

/**
 * The order in which the series of a post's charts get their looks: that of their first chart. Where there are more series
 * than colours, one that repeats a colour gets that of a series with which it shares no chart, if there is any; a place in the
 * order that nobody gets is an empty id.
 */
export function orderSeries(charts: readonly (readonly string[])[]): string[] {
  const places: (string | undefined)[] = [];
  for (const id of new Set(charts.flat())) {
    const beside = new Set(charts.filter((ids) => ids.includes(id)).flat());
    const taken = new Set(places.flatMap((other, at) => (beside.has(other ?? "") ? at % PALETTE_SIZE : [])));
    const isFree = (at: number): boolean => places[at] === undefined;
    const all = Array.from({ length: places.length + PALETTE_SIZE }, (_, at) => at).filter(isFree);
    places[all.find((at) => !taken.has(at % PALETTE_SIZE)) ?? all[0]!] = id;
  }
  return Array.from(places, (id) => id ?? "");
}

function styleAt(index: number): SeriesStyle {
  return {
    colour: (index % PALETTE_SIZE) + 1,
    marker: MARKERS[index % MARKERS.length]!,
    dash: DASHES[Math.floor(index / PALETTE_SIZE) % DASHES.length]!,
  };
}
