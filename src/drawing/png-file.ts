import { constants, crc32, deflateSync } from "node:zlib";
import { changesOf } from "./raster/changes.ts";
import { choosePalette } from "./raster/palette.ts";
import { filteredRows } from "./raster/rows.ts";
import type { Surface } from "./raster/surface.ts";

/** Rows are mostly runs of the same byte. To look for nothing else is fast, and gives the same bytes on every processor. */
const RUNS = { strategy: constants.Z_RLE, level: 1, memLevel: 9 };

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * A PNG file of a picture, with a palette: half of what an encoder for photographs makes. Its time depends mostly on how many pixels
 * differ from those above them.
 */
export function encodePng(surface: Surface): Uint8Array {
  const { width, height } = surface;
  const changes = changesOf(surface);
  const palette = choosePalette(changes.colours);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // a byte for each pixel, which is the number of a colour
  head.set([8, 3], 8);
  const chunks = [
    chunk("IHDR", head),
    chunk("PLTE", palette.bytes),
    chunk("IDAT", deflateSync(filteredRows(changes, palette.numbers, width, height), RUNS)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
