import type { Sort } from "../chart/figure/table.ts";
import type { Cell, Table } from "../chart/table.ts";

/** What a press on a column's header asks for: ascending, then descending, then as measured again. */
export function nextSort(sort: Sort | null, column: number): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** The rows in the order asked for; what was not measured comes last either way, and equals keep their order. */
export function sortRows(rows: Table["rows"], sort: Sort | null): Table["rows"] {
  if (sort === null) return rows;
  const at = (row: readonly Cell[]): Cell => row[sort.column] ?? null;
  return [...rows].sort((a, b) => {
    const [one, other] = [at(a), at(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sort.descending ? compare(other, one) : compare(one, other);
  });
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en");
}
