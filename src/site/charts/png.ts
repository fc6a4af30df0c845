import type { Picture } from "../../drawing/png.ts";
import { createPngPool } from "../../drawing/png-pool.ts";
import type { Cache } from "../cache/cache.ts";

const pool = createPngPool();

/** PNG of a picture, of which `sources` are all texts that it is made from: the same make the same file on every machine. */
export function toPng(cache: Cache, sources: () => readonly string[], picture: () => Picture): Promise<Uint8Array> {
  return cache.bytes("png", sources, () => pool.draw(picture()));
}
