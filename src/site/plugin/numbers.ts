import { escapeHtml } from "../../chart/figure/html.ts";
import type { Figure } from "../charts/figure.ts";
import { chartPageFigure } from "../charts/page-figure.ts";
import { renderNumbers } from "../pages/numbers.ts";
import type { Site } from "../site.ts";

/** A chart's own page: the figure and the table of its numbers, which needs no script. Links lead here from pictures, too. */
export function numbersPage(site: Site, figure: Figure, head: string): string {
  const title = escapeHtml(figure.chart.title);
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n`,
    `<title>${title}</title>\n${head}</head>\n<body>\n<main class="chart-numbers">\n`,
    chartPageFigure(site, figure),
    `\n<div class="chart-table" tabindex="0" role="region" aria-label="Table">${renderNumbers(site, figure)}</div>\n`,
    `</main>\n</body>\n</html>\n`,
  ].join("");
}
