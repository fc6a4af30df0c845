import { Colours } from "./colours.ts";
import { type Surface, TILE } from "./surface.ts";

/** Where a picture's pixels differ from those above them, row by row. */
export interface Changes {
  /** Pixels of the picture, counted from its first: all of the first row, and those that differ from the one above. */
  readonly places: Uint32Array;
  /** Number of the colour at each of them. */
  readonly numbers: Uint16Array;
  /** Their colours in the order in which they appear, and how often each does. */
  readonly colours: Colours;
}

/** Of a chart's pixels one in thirty differs from the one above; where nothing was drawn, none does, and nobody looks. */
export function changesOf({ pixels, width, height, touched, tiles }: Surface): Changes {
  let places = new Uint32Array(2 ** 16);
  let numbers = new Uint16Array(2 ** 16);
  const colours = new Colours();
  let found = 0;
  let [last, number] = [-1, 0];
  for (let row = 0; row < height; row++) {
    const start = row * width;
    if (places.length < found + width) {
      places = grown(places, new Uint32Array(2 * places.length + width));
      numbers = grown(numbers, new Uint16Array(places.length));
    }
    for (let tile = 0; tile < tiles; tile++) {
      const at = row * tiles + tile;
      if (row > 0 && touched[at] === 0 && touched[at - tiles] === 0) continue;
      const end = Math.min(start + width, start + (tile + 1) * TILE);
      for (let i = start + tile * TILE; i < end; i++) {
        const colour = pixels[i]!;
        if (row > 0 && colour === pixels[i - width]) continue;
        if (colour !== last) {
          last = colour;
          number = colours.numberOf(colour);
        }
        colours.counts[number]!++;
        places[found] = i;
        numbers[found++] = number;
      }
    }
  }
  return { places: places.subarray(0, found), numbers: numbers.subarray(0, found), colours };
}

function grown<T extends Uint32Array | Uint16Array>(old: T, more: T): T {
  more.set(old);
  return more;
}
