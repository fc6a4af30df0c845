import type { Changes } from "./changes.ts";

/** Row filter 2 of PNG: the difference to the row above, of which a chart's rows have little. */
const UP = 2;

/** The bytes of a picture's filtered rows as runs of the same byte: value and length by turns. */
export interface Runs {
  readonly pairs: Int32Array;
  /** Of `pairs`. */
  readonly length: number;
}

/**
 * The rows of a picture with a byte for each pixel, from the places where something changes alone. `palette` has the byte of each
 * colour by its number.
 */
export function runsOf({ places, numbers }: Changes, palette: Uint8Array, width: number, height: number): Runs {
  const pairs = new Int32Array(2 * (2 * places.length + 3 * height));
  const above = new Uint8Array(width);
  let end = -2;
  let next = 0;
  for (let row = 0; row < height; row++) {
    const [start, after] = [row * width, (row + 1) * width];
    // a filter's number is no difference: bytes of a row begin a run of their own
    pairs[(end += 2)] = UP;
    pairs[end + 1] = 1;
    let done = start;
    for (; next < places.length && places[next]! < after; next++) {
      const place = places[next]!;
      const byte = palette[numbers[next]!]!;
      const change = (byte - above[place - start]!) & 255;
      above[place - start] = byte;
      if (place > done) {
        if (pairs[end] === 0 && done > start) pairs[end + 1]! += place - done;
        else {
          pairs[(end += 2)] = 0;
          pairs[end + 1] = place - done;
        }
      }
      if (pairs[end] === change && place > start) pairs[end + 1]! += 1;
      else {
        pairs[(end += 2)] = change;
        pairs[end + 1] = 1;
      }
      done = place + 1;
    }
    if (done < after) {
      if (pairs[end] === 0 && done > start) pairs[end + 1]! += after - done;
      else {
        pairs[(end += 2)] = 0;
        pairs[end + 1] = after - done;
      }
    }
  }
  return { pairs, length: end + 2 };
}
