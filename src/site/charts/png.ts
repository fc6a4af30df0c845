import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPng } from "../../drawing/png.ts";

/** Changes when the same SVG shall become another PNG. */
const version = "1";

/** The renderer can be started once in a process; a site may be made again and again in one. */
const started: { renderer?: ReturnType<typeof loadPng> } = {};

/**
 * PNG of an SVG. Making them takes longer than all the rest of a build, and the same SVG makes the same PNG on every machine:
 * those of earlier builds lie in a folder under names that are hashes of their SVG.
 */
export async function toPng(cache: string, svg: string): Promise<Uint8Array> {
  const file = join(cache, `${hash(svg)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const render = await (started.renderer ??= loadPng());
  const png = render(svg);
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, png);
  return png;
}

function hash(svg: string): string {
  return createHash("sha256").update(version).update(svg).digest("hex").slice(0, 32);
}
