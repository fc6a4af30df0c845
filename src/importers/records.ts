import { entriesAt, type Json } from "./json.ts";
import type { Sniff } from "./sniff.ts";

/** Rows of named cells, whatever the file wrote them as. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: ReadonlyMap<string, string>; readonly line: number }[];
  /** "," where the file writes decimal commas. */
  readonly decimal: "." | ",";
}

/** The records of a CSV or TSV table, a JSON list of objects, or NDJSON; null where the file is none of these. */
export function readRecords(sniff: Sniff): Records | null {
  if (sniff.json !== undefined)
    return fromJson(
      Array.isArray(sniff.json) ? (sniff.json as readonly Json[]) : sniff.documents.map((one) => one.value),
    );
  const table = sniff.table;
  if (table === null) return null;
  const rows = table.rows.map(({ cells, line }) => ({
    cells: new Map(table.header.map((name, i) => [name, cells[i] ?? ""])),
    line,
  }));
  return { columns: table.header, rows, decimal: table.decimal };
}

function fromJson(items: readonly Json[]): Records {
  const rows = items.map((item, i) => ({
    cells: new Map(
      entriesAt(item).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    ),
    line: i + 1,
  }));
  return { columns: [...new Set(rows.flatMap((row) => [...row.cells.keys()]))], rows, decimal: "." };
}
