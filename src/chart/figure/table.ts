import { formatFixed, formatNumber } from "../../benchmark/number.ts";
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
const DIGITS = 5;

/** A chart's table as HTML. Where series have a spread, its columns stand under the name of their series. */
export function renderTable({ columns, rows }: Table, { caption, sort }: TableOptions): string {
  const grouped = columns.some(({ kind }) => kind === "low" || kind === "runs");
  const top = grouped ? columns.map((column, index) => groupHeader(column, columns, index, sort)) : [];
  const bottom = columns.map((column, index) => {
    const isUnder = grouped && column.series !== null;
    return grouped && !isUnder ? "" : columnHeader(isUnder ? column.part : heading(column), index, sort, "");
  });
  const head = [top, bottom].filter((row) => row.length > 0).map((row) => `<tr>${row.join("")}</tr>`);
  const name = `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${name}<thead>${head.join("")}</thead><tbody>${renderRows(rows)}</tbody></table>`;
}

/** The rows alone, for a table that is sorted anew. */
export function renderRows(rows: Table["rows"]): string {
  const renderers = (rows[0] ?? []).map((_, column) => toRenderer(rows.map((row) => row[column] ?? null)));
  return rows
    .map((row) => {
      const [place, ...rest] = renderers.map((render, column) => render(row[column] ?? null));
      return `<tr><th scope="row">${place}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
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

/** How the cells of a column are written: words, or figures with their points under each other. */
function toRenderer(cells: readonly Cell[]): (cell: Cell) => string {
  if (cells.some((cell) => typeof cell === "string")) return (cell) => `<bdi>${escapeHtml(String(cell ?? ""))}</bdi>`;
  const figures = cells.map(Number).filter((figure) => figure !== 0);
  const decimals = sharedDecimals(figures.map(Math.abs));
  return (cell) => {
    if (cell === null) return "–";
    return decimals === null
      ? formatNumber(Number(cell), { significant: DIGITS })
      : formatFixed(Number(cell), decimals);
  };
}

/**
 * Those of the largest figure, less the zeros that all would end in. Null where the smallest would have less than two digits
 * left, or the largest needs a power of ten.
 */
function sharedDecimals(sizes: readonly number[]): number | null {
  const least = sizes.reduce((a, b) => Math.min(a, b), Infinity);
  const most = sizes.reduce((a, b) => Math.max(a, b), 0);
  if (!(most >= 1e-5 && most < 1e15)) return null;
  const places = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(most)));
  const decimals = sizes
    .map((size) => /\.(\d*[1-9])/.exec(size.toFixed(places))?.[1]?.length ?? 0)
    .reduce((a, b) => Math.max(a, b), 0);
  return Number.isInteger(least) || least * 10 ** decimals >= 10 ? decimals : null;
}
