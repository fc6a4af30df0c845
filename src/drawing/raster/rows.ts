import type { Changes } from "./changes.ts";

/** Row filter 2 of PNG: the difference to the row above, of which a chart's rows have little. */
const UP = 2;

/**
 * The filtered rows of a picture with a byte for each pixel, made from the places where something changes alone. `palette` has the
 * byte of each colour by its number.
 */
export function filteredRows(
  { places, numbers }: Changes,
  palette: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  const above = new Uint8Array(width);
  let next = 0;
  for (let row = 0; row < height; row++) {
    const [start, filter] = [row * width, row * (width + 1)];
    rows[filter] = UP;
    for (; next < places.length && places[next]! < start + width; next++) {
      const column = places[next]! - start;
      const byte = palette[numbers[next]!]!;
      rows[filter + 1 + column] = byte - above[column]!;
      above[column] = byte;
    }
  }
  return rows;
}
