import type { Chart } from "../chart/chart.ts";
import { renderRows, renderTable, type Sort } from "../chart/figure/table.ts";
import { toTable, type Table } from "../chart/table.ts";
import { toButton } from "./legend.ts";
import { nextSort, sortRows } from "./sort.ts";

/** Turns the link to the chart's page into a button that opens the table here; it is built when it is first asked for. */
export function enableTable(figure: HTMLElement, chart: Chart): void {
  const link = figure.querySelector(".chart-to-table");
  if (link === null) return;
  const button = toButton(link);
  let panel: HTMLElement | null = null;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    if (panel === null) figure.append((panel = createPanel(figure, chart)));
    else panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
  });
}

function createPanel(figure: HTMLElement, chart: Chart): HTMLElement {
  const table = toTable(chart);
  const panel = document.createElement("div");
  panel.className = "chart-table";
  panel.tabIndex = 0;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", `Table: ${titleOf(figure)}`);
  panel.innerHTML = renderTable(table, { caption: titleOf(figure), sort: null });
  enableSorting(panel, table);
  return panel;
}

function titleOf(figure: HTMLElement): string {
  return figure.querySelector(".chart-title")?.textContent ?? "";
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
