import type { Chart } from "../chart/chart.ts";
import { isThinned } from "../chart/thin.ts";
import type { Late } from "./late.ts";
import { toButton } from "./legend.ts";
import type { Tools } from "./menu.ts";

/**
 * Turns the link to the chart's page into a button that opens the table here. The table and its code come when they are first asked for;
 * where they cannot come, the button leads to the page after all. Of a chart with more points than are here the link stays.
 */
export function enableTable(figure: HTMLElement, chart: Chart, tools: Late<Tools>): void {
  const link = figure.querySelector<HTMLAnchorElement>("a.chart-to-table");
  if (link === null || isThinned(chart)) return;
  const { href } = link;
  const button = toButton(link);
  let panel: HTMLElement | null = null;
  const open = async (): Promise<void> => {
    const { createTablePanel } = await tools.load();
    if (panel !== null) return;
    panel = createTablePanel(chart, figure.querySelector(".chart-title")?.textContent ?? "");
    figure.append(panel);
    button.setAttribute("aria-expanded", "true");
  };
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    if (panel === null) return void open().catch(() => location.assign(href));
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
  });
}
