import { formatNumber } from "../../benchmark/number.ts";
import { heading } from "../csv.ts";
import type { Cell, Column, Table } from "../table.ts";
import { escapeHtml } from "./html.ts";

/** By which column the rows are ordered; null while they are as measured. */
export interface Sort {
  readonly column: number;
  readonly descending: boolean;
}

export interface TableOptions {
  readonly caption: string;
  /** With it, the headers have buttons to sort by. */
  readonly sort?: Sort | null;
}

/** Figures are shown with so many significant digits: more than any measurement means, fewer than a division leaves behind. */
const DIGITS = 6;

/** A chart's table as HTML. Where series have a spread, its columns stand under the name of their series. */
export function renderTable({ columns, rows }: Table, { caption, sort }: TableOptions): string {
  const grouped = columns.some(({ kind }) => kind === "low");
  const top = grouped ? columns.map((column, index) => groupHeader(column, columns, index, sort)) : [];
  const bottom = columns.map((column, index) => {
    const isUnder = grouped && column.series !== null;
    return grouped && !isUnder ? "" : columnHeader(isUnder ? column.kind : heading(column), index, sort, "");
  });
  const head = [top, bottom].filter((row) => row.length > 0).map((row) => `<tr>${row.join("")}</tr>`);
  const name = `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${name}<thead>${head.join("")}</thead><tbody>${renderRows(rows)}</tbody></table>`;
}

/** The rows alone, for a table that is sorted anew. */
export function renderRows(rows: Table["rows"]): string {
  return rows
    .map(([place = null, ...rest]) => {
      const cells = rest.map((cell) => `<td>${renderCell(cell)}</td>`).join("");
      return `<tr><th scope="row">${renderCell(place)}</th>${cells}</tr>`;
    })
    .join("");
}

function groupHeader(column: Column, columns: readonly Column[], index: number, sort: Sort | null | undefined): string {
  if (column.series === null) return columnHeader(heading(column), index, sort, ` rowspan="2"`);
  if (column.kind !== "value") return "";
  const span = columns.filter(({ series }) => series === column.series).length;
  return `<th scope="colgroup" colspan="${span}">${escapeHtml(heading(column))}</th>`;
}

function columnHeader(text: string, index: number, sort: Sort | null | undefined, more: string): string {
  const label = escapeHtml(text);
  if (sort === undefined) return `<th scope="col"${more}>${label}</th>`;
  const order = sort?.column !== index ? "none" : sort.descending ? "descending" : "ascending";
  return `<th scope="col"${more} aria-sort="${order}"><button type="button" data-column="${index}">${label}</button></th>`;
}

function renderCell(cell: Cell): string {
  if (cell === null) return "–";
  return typeof cell === "number" ? formatNumber(cell, { significant: DIGITS }) : `<bdi>${escapeHtml(cell)}</bdi>`;
}
