import { renderFigure } from "../../chart/figure/render.ts";
import { drawFluid } from "../../drawing/fluid.ts";
import { href, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";

/** A chart in its article: the picture now, and all that the script needs to bring it to life. */
export function pageFigure(site: Site, figure: Figure): string {
  const { chart, spec, order, low, dataset, heading, paths } = figure;
  const to = (path: string): string => href(site, path);
  return renderFigure(chart, {
    svg: drawFluid(chart),
    heading,
    name: chart.title,
    description: [],
    links: { page: to(paths.page), csv: to(paths.csv), svg: to(paths.svg), png: to(paths.png), json: to(paths.json) },
    script: { data: to(paths.json), dataset: dataset.name, spec, order, ...(low ? { low: true as const } : {}) },
  });
}

/** The same on the chart's own page, where it stays a picture. */
export function chartPageFigure(site: Site, { chart, heading, paths }: Figure): string {
  const to = (path: string): string => href(site, path);
  return renderFigure(chart, {
    svg: drawFluid(chart),
    heading,
    name: chart.title,
    description: [],
    links: { page: null, csv: to(paths.csv), svg: to(paths.svg), png: to(paths.png), json: to(paths.json) },
    script: null,
  });
}
