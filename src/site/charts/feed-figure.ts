import { escapeHtml } from "../../chart/figure/html.ts";
import { renderFindings } from "../../chart/figure/findings.ts";
import { standaloneSize } from "../../drawing/standalone.ts";
import { absolute, type Site } from "../site.ts";
import type { Figure } from "./figure.ts";
import { wordsOf } from "./words.ts";

/** A chart where there is neither script nor stylesheet: a picture with its words, and the way to its numbers. */
export function feedFigure(site: Site, figure: Figure): string {
  const { chart, paths, told } = figure;
  const from = absolute(site, paths.page);
  const { width, height } = standaloneSize(chart, from);
  const source = escapeHtml(absolute(site, paths.png));
  const page = escapeHtml(from);
  return [
    `<figure><img src="${source}" width="${width}" height="${Math.round(height)}" alt="${escapeHtml(wordsOf(chart).name)}">`,
    `<figcaption>${escapeHtml(chart.caption)} <a href="${page}">All numbers as a table</a>`,
    `${renderFindings(told.fresh)}</figcaption></figure>\n`,
  ].join("");
}
