import { canHaveBase } from "../chart/adjust/base.ts";
import { canHaveRuns, otherRuns } from "../chart/adjust/runs.ts";
import { canBeLog } from "../chart/form.ts";
import { canHavePanels } from "../chart/panels.ts";
import { type Action, adjustmentOf, type View } from "../chart/adjust/view.ts";
import { canZoom, zoomAt } from "../chart/adjust/zoom.ts";
import { createDownloads } from "./downloads.ts";
import type { MenuOptions } from "./menu.ts";
import { onOtherScale } from "./view-keys.ts";

/** Buttons for all that keys and mouse can change, and for files of what is seen. Returns what shows a view in them. */
export function fillMenu(content: HTMLElement, options: MenuOptions): (view: View) => void {
  const { chart, store } = options;
  const row = createRow("What the chart shows");
  content.append(row, createDownloads(createRow("Files of what is seen"), options));
  const among = chart.series.map(({ id }) => id);
  const adjust = (change: Extract<Action, { type: "adjust" }>["change"]): void =>
    store.send({ type: "adjust", chart: chart.id, change });
  const shows: ((view: View) => void)[] = [];

  if (canBeLog(chart)) {
    const log = toggle("Log scale", () => adjust(onOtherScale(chart.y, "y", adjustmentOf(store.view(), chart.id))));
    shows.push((view) => {
      const { yScale, base } = adjustmentOf(view, chart.id);
      log.setAttribute("aria-pressed", String((yScale ?? chart.y.kind) === "log" || base !== null));
      log.disabled = base !== null;
    });
  }
  if (chart.x.kind === "linear" || chart.x.kind === "log") {
    const log = toggle(`${chart.x.label} on a log scale`, () =>
      adjust(onOtherScale(chart.x, "x", adjustmentOf(store.view(), chart.id))),
    );
    shows.push((view) =>
      log.setAttribute("aria-pressed", String((adjustmentOf(view, chart.id).xScale ?? chart.x.kind) === "log")),
    );
  }
  if (canHaveRuns(chart)) {
    const runs = toggle("Single runs", () =>
      adjust({ runs: otherRuns(chart, adjustmentOf(store.view(), chart.id).runs) }),
    );
    shows.push((view) => {
      const { runs: asked } = adjustmentOf(view, chart.id);
      runs.setAttribute("aria-pressed", String(asked ?? chart.runs === "drawn"));
    });
  }
  if (canHavePanels(chart)) {
    const panels = toggle("One panel a series", () => adjust({ panels: !adjustmentOf(store.view(), chart.id).panels }));
    shows.push((view) => panels.setAttribute("aria-pressed", String(adjustmentOf(view, chart.id).panels)));
  }
  if (canHaveBase(chart)) shows.push(baseChoice());
  if (canZoom(chart.x)) {
    const zoom = (factor: number) => (): void => {
      const { x } = store.view();
      const { xRange } = adjustmentOf(store.view(), chart.id);
      const [low, high] = xRange ?? chart.x.domain;
      adjust({ xRange: zoomAt(chart.x, xRange, x ?? (low + high) / 2, factor) });
    };
    button("Zoom in", zoom(2));
    const out = button("Zoom out", zoom(1 / 2));
    shows.push((view) => (out.disabled = adjustmentOf(view, chart.id).xRange === null));
  }
  const undo = button("Undo", () => store.send({ type: "undo" }));
  const reset = button("Reset", () => store.send({ type: "restore", chart: chart.id, among }));
  shows.push((view) => {
    undo.disabled = view.past.length === 0;
    reset.disabled = !view.adjustments.has(chart.id) && !among.some((id) => view.hidden.has(id));
  });
  return (view) => {
    for (const show of shows) show(view);
  };

  function button(text: string, act: () => void): HTMLButtonElement {
    const element = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    element.addEventListener("click", act);
    row.append(element);
    return element;
  }

  function toggle(text: string, act: () => void): HTMLButtonElement {
    const element = button(text, act);
    element.setAttribute("aria-pressed", "false");
    return element;
  }

  function baseChoice(): (view: View) => void {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option("nothing", ""), ...chart.series.map(({ id, label }) => new Option(label, id)));
    select.addEventListener("change", () => adjust({ base: select.value === "" ? null : select.value }));
    label.append("As multiples of ", select);
    row.append(label);
    return (view) => (select.value = adjustmentOf(view, chart.id).base ?? "");
  }
}

function createRow(name: string): HTMLElement {
  const row = document.createElement("div");
  row.className = "chart-menu-row";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", name);
  return row;
}
