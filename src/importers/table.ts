import { parse } from "csv-parse/sync";
import type { Source } from "../source/source.ts";
import { type DecimalMark, decimalMark, parseNumber } from "./number.ts";

/** A table of text: CSV, TSV, semicolons, or a Markdown table. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly delimiter: string;
  readonly decimal: DecimalMark;
}

export interface Row {
  readonly cells: readonly string[];
  /** The line of the file on which the row ends, from 1. */
  readonly line: number;
}

/** The cells of the first line that is not empty, and what separates them; null where nothing does. */
export function tableHead(text: string): { readonly header: readonly string[]; readonly delimiter: string } | null {
  const line = /^.*\S.*$/m.exec(text)?.[0] ?? "";
  const delimiter = delimiterOf(line);
  if (delimiter === null) return null;
  const cells = records(line, delimiter)[0]?.record ?? [];
  return { header: delimiter === "|" ? cells.slice(1, -1) : cells, delimiter };
}

/** Reads a table whose first line that is not empty is its header. Null where that line has no delimiter. */
export function readTable(source: Source): Table | null {
  const head = tableHead(source.text);
  if (head === null) return null;
  const markdown = head.delimiter === "|";
  const rows = records(source.text, head.delimiter)
    .slice(1)
    .map(({ record, info }) => ({ cells: markdown ? record.slice(1, -1) : record, line: info.lines }))
    .filter((row) => !(markdown && row.cells.every((cell) => /^:?-+:?$/.test(cell))));
  const decimal = decimalMark(
    head.delimiter,
    rows.flatMap((row) => row.cells),
  );
  return { ...head, rows, decimal };
}

/** A figure of a row, by the number of its column; null where it is missing or no finite number. */
export function cell(table: Table, row: Row, column: number): number | null {
  return column < 0 ? null : parseNumber(row.cells[column] ?? "", table.decimal);
}

function delimiterOf(line: string): string | null {
  if (/^\s*\|.*\|\s*$/.test(line)) return "|";
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  if (bare.includes("\t")) return "\t";
  const count = (mark: string) => bare.split(mark).length - 1;
  if (count(";") === 0 && count(",") === 0) return null;
  return count(";") > count(",") ? ";" : ",";
}

function records(text: string, delimiter: string) {
  // Tab-separated files of tools do not quote: a lone quote there is part of a name.
  const quote = delimiter === "\t" || delimiter === "|" ? false : '"';
  const options = {
    delimiter,
    quote,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  } as const;
  try {
    return parse(text, options);
  } catch {
    // A text whose quotes do not close has none: JSON, for one, and a table that breaks off inside a cell.
    return parse(text, { ...options, quote: false });
  }
}
