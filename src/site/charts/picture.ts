import type { Drawn } from "../../drawing/png.ts";
import { digestOf } from "../cache/key.ts";
import { absolute, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";
import { drawFiles } from "./drawn.ts";

const drawing = new WeakMap<Figure, Promise<Drawn>>();

/** The files of a chart's picture that stands alone, for feeds, downloads and other people's pages; drawn once for both. */
export function pictureOf(site: Site, figure: Figure): Promise<Drawn> {
  const known = drawing.get(figure);
  if (known) return known;
  const { chart, paths, cache } = figure;
  const source = absolute(site, paths.page);
  const drawn = drawFiles(
    cache,
    () => [digestOf(chart), source],
    () => ({ chart, source }),
  );
  drawing.set(figure, drawn);
  // whoever asks next may ask in a year: files are written once
  void drawn.catch(() => {}).then(() => drawing.delete(figure));
  return drawn;
}
