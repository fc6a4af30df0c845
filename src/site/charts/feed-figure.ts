import { escapeHtml } from "../../chart/figure/html.ts";
import { absolute, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";

/** A chart where there is neither script nor stylesheet: a picture with its caption, and the way to its numbers. */
export function feedFigure(site: Site, { chart, paths }: Figure): string {
  const picture = escapeHtml(absolute(site, paths.png));
  const page = escapeHtml(absolute(site, paths.page));
  const alt = escapeHtml(chart.title);
  return [
    `<figure><img src="${picture}" width="720" height="${chart.height}" alt="${alt}">`,
    `<figcaption>${escapeHtml(chart.caption)} <a href="${page}">All numbers as a table</a></figcaption></figure>\n`,
  ].join("");
}
