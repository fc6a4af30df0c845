import type { Chart } from "../chart/chart.ts";
import { encodePng } from "./png-file.ts";
import { PixelPen, toNumber } from "./raster/pen.ts";
import { createSurfaces } from "./raster/surface.ts";
import { replay } from "./replay.ts";
import { type Sheet, sheetOf } from "./sheet.ts";
import { composeSocial, type Social } from "./social.ts";
import { composeStandalone, writeStandalone } from "./standalone.ts";

/** What is drawn as files: a chart that stands alone with where it comes from, or what a post shows of itself. */
export type Picture = { readonly chart: Chart; readonly source: string } | { readonly social: Social };

/** Its files. */
export interface Drawn {
  readonly png: Uint8Array;
  /** Of the same drawing; empty where nobody wants one. */
  readonly svg: string;
}

/** Pixels to a CSS pixel. */
const RATIO = 2;

/** Pixels of one picture after the other: each thread has its own. */
const surfaceOf = createSurfaces();

/** The files of a picture: the same bytes on every machine. */
export function drawPicture(picture: Picture): Drawn {
  if ("social" in picture) return { png: paint(composeSocial(picture.social)), svg: "" };
  const standalone = composeStandalone(picture.chart, { source: picture.source });
  return { png: paint(sheetOf(standalone)), svg: writeStandalone(standalone) };
}

/** A sheet as a PNG file with two pixels to each of CSS. */
export function paint({ width, height, background, parts }: Sheet): Uint8Array {
  const surface = surfaceOf(Math.round(RATIO * width), Math.round(RATIO * height), toNumber(background));
  for (const { items, left, top, scale } of parts) {
    replay(new PixelPen(surface, RATIO * scale, RATIO * left, RATIO * top), items);
  }
  return encodePng(surface);
}
