import type { Chart } from "./chart.ts";
import { type Cell, type Column, toTable } from "./table.ts";

/**
 * The table of a chart as CSV (RFC 4180, LF): `#` lines with title, caption and what is known of where the figures come from,
 * then a header with units. Text that a spreadsheet would run as a formula gets an apostrophe, which spreadsheets take for
 * "this is text".
 */
export function toCsv(chart: Chart, source: readonly string[] = []): string {
  const { columns, rows } = toTable(chart);
  const comments = [chart.title, chart.y.title, chart.caption, ...source]
    .filter((text) => text.trim() !== "")
    .map((text) => `# ${withoutFormulas(text.replace(/\s+/gu, " "))}`);
  const lines = [columns.map((column) => toField(heading(column))), ...rows.map((row) => row.map(toField))];
  return [...comments, ...lines.map((line) => line.join(","))].join("\n") + "\n";
}

/** Label and unit of a column: `Gevent, low (req/s)`. */
export function heading({ label, unit }: Column): string {
  return unit === "" ? label : `${label} (${unit})`;
}

/** Spreadsheets know no comments: to them a line of words is cells between commas. */
function withoutFormulas(line: string): string {
  return line.replace(/[,;] ?"? ?(?=[=+\-@])/gu, (before) => `${before}'`);
}

function toField(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = /^[=+\-@\t\r\n]/u.test(cell.trimStart()) || /^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n#]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
