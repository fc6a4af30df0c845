import { escapeHtml } from "../../chart/figure/html.ts";
import { documentPath } from "../charts/documents.ts";
import type { Figure } from "../charts/figure.ts";
import { chartPageFigure } from "../charts/page-figure.ts";
import { renderNumbers } from "../pages/numbers.ts";
import { href, type Site } from "../site.ts";

/** A chart's own page: the figure and the table of its numbers, which needs no script. Links lead here from pictures, too. */
export function numbersPage(site: Site, figure: Figure, head: string): string {
  const title = escapeHtml(figure.chart.title);
  const link = (path: string, text: string): string => `<a href="${escapeHtml(href(site, path))}">${text}</a>`;
  const files = [
    link(figure.paths.csv, "the numbers as CSV"),
    link(documentPath(figure, "json"), "as JSON"),
    link(documentPath(figure, "meta.json"), "what they are and where they come from"),
  ];
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n`,
    `<title>${title}</title>\n${head}</head>\n<body>\n<main class="chart-numbers">\n`,
    chartPageFigure(site, figure),
    `\n<div class="chart-table" tabindex="0" role="region" aria-label="Table">${renderNumbers(site, figure)}</div>\n`,
    `<p>For programs: ${files.join(", ")}.</p>\n`,
    `</main>\n</body>\n</html>\n`,
  ].join("");
}
