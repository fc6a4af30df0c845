import type { Drawn, Picture } from "../../drawing/png.ts";
import { createPngPool } from "../../drawing/png-pool.ts";
import type { Cache } from "../cache/cache.ts";

const pool = createPngPool();

/** Files of a picture, of which `sources` are all texts that it is made from: the same make the same files on every machine. */
export async function drawFiles(
  cache: Cache,
  sources: () => readonly string[],
  picture: () => Picture,
): Promise<Drawn> {
  return unpack(await cache.bytes("picture", sources, async () => pack(await pool.draw(picture()))));
}

/** Bytes of the number that says how long the SVG is. */
const HEAD = 4;

/** Both files as one entry of the cache: an entry takes as long as drawing an SVG. */
function pack({ svg, png }: Drawn): Uint8Array {
  const head = Buffer.alloc(HEAD);
  const text = Buffer.from(svg);
  head.writeUInt32BE(text.length);
  return Buffer.concat([head, text, png]);
}

function unpack(packed: Uint8Array): Drawn {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const end = HEAD + bytes.readUInt32BE();
  return { svg: bytes.toString("utf8", HEAD, end), png: bytes.subarray(end) };
}
