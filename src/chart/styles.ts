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
  for (const id of ids) if (!styles.has(id)) styles.set(id, styleAt(styles.size));
  return styles;
}

function styleAt(index: number): SeriesStyle {
  return {
    colour: (index % PALETTE_SIZE) + 1,
    marker: MARKERS[index % MARKERS.length]!,
    dash: DASHES[Math.floor(index / PALETTE_SIZE) % DASHES.length]!,
  };
}
