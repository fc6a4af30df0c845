import { createPngPool } from "../../drawing/png-pool.ts";
import type { Cache } from "../cache/cache.ts";

const pool = createPngPool();

/** PNG of an SVG. Making them takes longer than all the rest of a build, and the same SVG makes the same PNG on every machine. */
export function toPng(cache: Cache, svg: string): Promise<Uint8Array> {
  return cache.bytes(
    "png",
    () => [svg],
    () => pool.draw(svg),
  );
}
