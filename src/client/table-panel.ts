import type { Chart } from "../chart/chart.ts";
import { renderRows, renderTable, type Sort } from "../chart/figure/table.ts";
import { toTable, type Table } from "../chart/table.ts";
import { nextSort, sortRows } from "./sort.ts";

/** The chart's table under a title, sortable, scrolling in itself. */
export function createTablePanel(chart: Chart, title: string): HTMLElement {
  const table = toTable(chart);
  const panel = document.createElement("div");
  panel.className = "chart-table";
  panel.tabIndex = 0;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", `Table: ${title}`);
  panel.innerHTML = renderTable(table, { caption: title, sort: null });
  enableSorting(panel, table);
  return panel;
}

function enableSorting(panel: HTMLElement, table: Table): void {
  let sort: Sort | null = null;
  panel.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-column]");
    if (button === null) return;
    sort = nextSort(sort, Number(button.dataset["column"]));
    panel.querySelector("tbody")!.innerHTML = renderRows(sortRows(table.rows, sort));
    for (const header of panel.querySelectorAll("th[aria-sort]")) header.setAttribute("aria-sort", "none");
    const order = sort?.descending === true ? "descending" : "ascending";
    if (sort !== null) button.parentElement!.setAttribute("aria-sort", order);
  });
}
