import { formatNumber } from "../../benchmark/number.ts";
import { escapeHtml } from "../../chart/figure/html.ts";
import { renderTable } from "../../chart/figure/table.ts";
import { toTable } from "../../chart/table.ts";
import type { Figure } from "../charts/figure.ts";
import { wholeChart } from "../charts/whole.ts";
import { href, type Site } from "../site.ts";
import { renderRemarks } from "./remarks.ts";

/** More rows nobody reads, and browsers lay out slowly. */
const mostRows = 10_000;

/** The table of all numbers of a chart, with what is remarked of them below; of very many the way to them. */
export function renderNumbers(site: Site, figure: Figure): string {
  const { chart, paths } = figure;
  const most = Math.max(0, ...chart.series.map(({ x, thinned }) => thinned?.points ?? x.length));
  if (most <= mostRows) {
    const whole = wholeChart(figure);
    const table = toTable({ ...whole, notes: [], annotations: [] });
    return `<div class="wide numbers" tabindex="0">${renderTable(table, { caption: chart.caption })}</div>${renderRemarks(whole)}`;
  }
  const link = (path: string, text: string): string => `<a href="${escapeHtml(href(site, path))}">${text}</a>`;
  const files = `${link(paths.csv, "a CSV file")} and in ${link(paths.json, "the dataset")}`;
  return `<p>A table of ${formatNumber(most)} rows is too long for a page. All of them are in ${files}.</p>`;
}
