import { drawStandalone } from "../../drawing/standalone.ts";
import { absolute, type Site } from "../site.ts";
import { digestOf } from "../cache/key.ts";
import type { Figure } from "./figure.ts";

/** A chart as a picture that stands alone: for feeds, downloads and other people's pages. */
export interface Picture {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const drawn = new WeakMap<Figure, Picture>();

/** The chart's picture; drawn once, because feed and files both need it. */
export function pictureOf(site: Site, figure: Figure): Picture {
  const known = drawn.get(figure);
  if (known) return known;
  const { chart, paths, cache } = figure;
  const source = absolute(site, paths.page);
  const svg = cache.text(
    "standalone",
    () => [digestOf(chart), source],
    () => drawStandalone(chart, { source }),
  );
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
  const picture = { svg, width: Number(width), height: Math.round(Number(height)) };
  drawn.set(figure, picture);
  return picture;
}
