/** Opaque pixels, row by row from the top: red, green and blue as `0xrrggbb`. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly pixels: Int32Array;
  /** By row and tile (TILE pixels of a row): whether something was drawn there. */
  readonly touched: Uint8Array;
  /** Tiles in a row. */
  readonly tiles: number;
}

/** Part of a surface in whole pixels; right and bottom are no longer in it. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How finely a pixel is covered: in so many steps. Edges look smooth with so many, and few shades make small files. */
export const STEPS = 16;

/** Pixels of a tile: 2 to the power of this. */
const TILE_BITS = 5;
export const TILE = 2 ** TILE_BITS;

/** Weights of a colour over another one: this much is all of it. */
const WHOLE = 256;

/** Gives surfaces one after the other, in the same memory where there is enough of it. */
export function createSurfaces(): (width: number, height: number, colour: number) => Surface {
  let last: Surface = { width: 0, height: 0, pixels: new Int32Array(), touched: new Uint8Array(), tiles: 0 };
  let [buffer, filled] = [new Int32Array(), 0];
  return (width, height, colour) => {
    wipe(last, filled);
    if (buffer.length < width * height) [buffer, filled] = [new Int32Array(width * height), 0];
    if (colour !== filled) buffer.fill(colour);
    filled = colour;
    const tiles = Math.ceil(width / TILE);
    last = {
      width,
      height,
      pixels: buffer.subarray(0, width * height),
      touched: new Uint8Array(tiles * height),
      tiles,
    };
    return last;
  };
}

/** Makes a surface all of one colour where something was drawn. */
function wipe({ pixels, width, height, touched, tiles }: Surface, colour: number): void {
  for (let row = 0; row < height; row++) {
    for (let tile = 0; tile < tiles; tile++) {
      if (touched[row * tiles + tile] === 0) continue;
      const start = row * width + tile * TILE;
      pixels.fill(colour, start, Math.min(start + TILE, (row + 1) * width));
    }
  }
}

/** Lays a colour over pixels of a row, `steps` of STEPS of each covered, with an opacity. */
export function cover(
  { pixels, width, touched, tiles }: Surface,
  row: number,
  from: number,
  to: number,
  colour: number,
  steps: number,
  alpha: number,
): void {
  if (to <= from) return;
  const weight = alpha === 1 ? (WHOLE / STEPS) * steps : Math.round((WHOLE * alpha * steps) / STEPS);
  const first = row * width + from;
  const tile = row * tiles + (from >> TILE_BITS);
  touched[tile] = 1;
  // most are one pixel of an edge
  if (to === from + 1) {
    pixels[first] = weight === WHOLE ? colour : mix(pixels[first]!, colour, weight);
    return;
  }
  const end = first + to - from;
  for (let i = row * tiles + ((to - 1) >> TILE_BITS); i > tile; i--) touched[i] = 1;
  if (weight === WHOLE) {
    if (to - from > TILE) pixels.fill(colour, first, end);
    else for (let i = first; i < end; i++) pixels[i] = colour;
    return;
  }
  let below = -1;
  let mixed = 0;
  for (let i = first; i < end; i++) {
    const here = pixels[i]!;
    if (here !== below) {
      below = here;
      mixed = mix(here, colour, weight);
    }
    pixels[i] = mixed;
  }
}

function mix(below: number, above: number, weight: number): number {
  const rest = WHOLE - weight;
  const red = ((below >> 16) * rest + (above >> 16) * weight + 128) >> 8;
  const green = (((below >> 8) & 255) * rest + ((above >> 8) & 255) * weight + 128) >> 8;
  const blue = ((below & 255) * rest + (above & 255) * weight + 128) >> 8;
  return (red << 16) | (green << 8) | blue;
}
