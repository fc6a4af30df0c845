import { constants, crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const PALETTE = 256;

/** So many of the most frequent colours stay as they are, if that is possible: surfaces, however pale, and texts. */
const KEPT = [128, 0] as const;

/** Lowest bits of red, green and blue in which colours that become one may differ: fewest first. */
const BITS = [0, 1, 2, 3, 4, 5] as const;

/** Row filter 2 of PNG: the difference to the row above, of which a chart's rows have little. */
const UP = 2;

/**
 * A PNG file of opaque RGBA pixels; null for others, and for more colours than a chart has. With a palette the file is half
 * of what an encoder for photographs makes, in a fraction of the time. Where lines of many colours have more than 256 shades at
 * their edges, those that look alike become one, if possible none of the most frequent. Runs are all that is compressed (Z_RLE), because the search for more gives
 * other bytes on other processors.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array | null {
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const { places, counts } = changesOf(pixels, width);
  // the order of the first appearance decides where counts are the same
  const ranked = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => bytesOf(value));
  const palette = ranked.every(({ bytes }) => bytes[3] === 255) ? choosePalette(ranked) : null;
  if (palette === null) return null;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // a byte for each pixel, which is the number of a colour
  head.set([8, 3], 8);
  const rows = filterRows(pixels, width, places, palette.numbers);
  const data = deflateSync(rows, { strategy: constants.Z_RLE, level: constants.Z_BEST_COMPRESSION });
  const chunks = [
    chunk("IHDR", head),
    chunk("PLTE", palette.bytes),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

interface Colour {
  /** Of a pixel, in this machine's order of bytes. */
  readonly value: number;
  readonly bytes: Uint8Array;
}

function bytesOf(value: number): Colour {
  return { value, bytes: new Uint8Array(Int32Array.of(value).buffer) };
}

interface Palette {
  readonly bytes: Uint8Array;
  /** Number in the palette of each pixel's value. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** Of colours that look alike the most frequent stands for all. Bands of several colours look alike where they are pale: those are kept. */
function choosePalette(ranked: readonly Colour[]): Palette | null {
  for (const [kept, bits] of KEPT.flatMap((kept) => BITS.map((bits) => [kept, bits] as const))) {
    const alike = new Map<number, number>();
    const chosen: number[] = [];
    const numbers = new Map<number, number>();
    for (const [rank, { value, bytes }] of ranked.entries()) {
      const [red, green, blue] = bytes;
      const kind = ((red! >> bits) << 16) | ((green! >> bits) << 8) | (blue! >> bits);
      const like = rank < kept ? undefined : alike.get(kind);
      const number = like ?? chosen.length / 3;
      if (like === undefined) chosen.push(red!, green!, blue!);
      if (!alike.has(kind)) alike.set(kind, number);
      numbers.set(value, number);
    }
    if (chosen.length <= 3 * PALETTE) return { bytes: Uint8Array.from(chosen), numbers };
  }
  return null;
}

interface Changes {
  /** Where a pixel differs from the one above it; all of the first row. */
  readonly places: Uint32Array;
  /** How often each colour stands in such a place. */
  readonly counts: ReadonlyMap<number, number>;
}

/** Of a chart's pixels one in thirty differs from the one above: all that is done more than once is done with these. */
function changesOf(pixels: Int32Array, width: number): Changes {
  const places = new Uint32Array(pixels.length);
  const counts = new Map<number, number>();
  let found = 0;
  let [last, run] = [pixels[0]!, 0];
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i]!;
    if (i >= width && value === pixels[i - width]) continue;
    places[found++] = i;
    if (value !== last) {
      counts.set(last, (counts.get(last) ?? 0) + run);
      [last, run] = [value, 0];
    }
    run++;
  }
  counts.set(last, (counts.get(last) ?? 0) + run);
  return { places: places.subarray(0, found), counts };
}

/** Bytes of a chart's rows differ little from those of the row above. */
function filterRows(pixels: Int32Array, width: number, places: Uint32Array, numbers: Palette["numbers"]): Uint8Array {
  const rows = new Uint8Array(pixels.length + pixels.length / width);
  for (let start = 0; start < rows.length; start += width + 1) rows[start] = UP;
  const above = new Uint8Array(width);
  for (const place of places) {
    const y = Math.floor(place / width);
    const x = place - y * width;
    const number = numbers.get(pixels[place]!)!;
    rows[place + y + 1] = number - above[x]!;
    above[x] = number;
  }
  return rows;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
