import { placeAt } from "../source/place.ts";
import { entriesAt, type Json } from "./json.ts";
import type { Sniff } from "./sniff.ts";

/** Rows of named cells, whatever the file wrote them as. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: ReadonlyMap<string, string>; readonly line: number }[];
  /** "," where the file writes decimal commas. */
  readonly decimal: "." | ",";
  /** The line on which a list of objects breaks off, if it does. */
  readonly cut: number | null;
}

/** The records of a CSV or TSV table, a JSON list of objects, or NDJSON; null where the file is none of these. */
export function readRecords(sniff: Sniff): Records | null {
  if (sniff.json !== undefined) return fromJson(sniff);
  const table = sniff.table;
  if (table === null) return null;
  const rows = table.rows.map(({ cells, line }) => ({
    cells: new Map(table.header.map((name, i) => [name, cells[i] ?? ""])),
    line,
  }));
  return { columns: table.header, rows, decimal: table.decimal, cut: null };
}

function fromJson({ json, documents, text }: Sniff): Records {
  const list = Array.isArray(json);
  const items = list ? (json as readonly Json[]) : documents.map((one) => one.value);
  const rows = items.map((item, i) => ({
    cells: new Map(
      entriesAt(item).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
    ),
    line: list ? i + 1 : placeAt(text, documents[i]!.offset).line,
  }));
  const last = /\{[^}\n]*\s*$/.exec(text);
  return {
    columns: [...new Set(rows.flatMap((row) => [...row.cells.keys()]))],
    rows,
    decimal: ".",
    cut: list || last === null ? null : placeAt(text, last.index).line,
  };
}
