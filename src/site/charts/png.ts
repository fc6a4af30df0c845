import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPng } from "../../drawing/png.ts";

/** Changes when the same SVG shall become another PNG. */
const version = "1";

/** The renderer can be started once in a process; a site may be made again and again in one. */
const started: { renderer?: ReturnType<typeof loadPng> } = {};

/**
 * PNG of each SVG. Making them takes longer than all the rest of a build, and the same SVG makes the same PNG on every machine:
 * those of earlier builds lie in a folder under names that are hashes of their SVG.
 */
export async function toPngs(cache: string, pictures: readonly string[]): Promise<Uint8Array[]> {
  const files = pictures.map((svg) => join(cache, `${hash(svg)}.png`));
  const missing = files.some((file) => !existsSync(file));
  if (missing) mkdirSync(cache, { recursive: true });
  const toPng = missing ? await (started.renderer ??= loadPng()) : null;
  return files.map((file, index) => {
    if (existsSync(file)) return readFileSync(file);
    const png = toPng!(pictures[index]!);
    writeFileSync(file, png);
    return png;
  });
}

function hash(svg: string): string {
  return createHash("sha256").update(version).update(svg).digest("hex").slice(0, 32);
}
