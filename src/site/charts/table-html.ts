import { formatNumber } from "../../benchmark/number.ts";
import type { Chart } from "../../chart/chart.ts";
import { heading } from "../../chart/csv.ts";
import { escapeHtml } from "../../chart/figure/html.ts";
import { type Cell, toTable } from "../../chart/table.ts";

/** The figures of a chart as a table for people: the file of comma-separated values has all their digits. */
export function tableHtml(chart: Chart): string {
  const { columns, rows } = toTable(chart);
  const head = columns.map((column) => `<th scope="col"${align(column.kind)}>${escapeHtml(heading(column))}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === 0
        ? `<th scope="row"${align("value")}>${text(cell)}</th>`
        : `<td${align(columns[index]!.kind)}>${text(cell)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return [
    `<div class="wide" tabindex="0"><table class="numbers"><caption>${escapeHtml(chart.caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("\n")}</tbody></table></div>`,
  ].join("\n");
}

function align(kind: string): string {
  return kind === "note" ? "" : ' class="right"';
}

function text(cell: Cell): string {
  if (cell === null) return '<span class="missing">–</span>';
  return escapeHtml(typeof cell === "number" ? formatNumber(cell, { significant: 5 }) : cell);
}
