import type { Chart } from "../chart/chart.ts";
import type { Store } from "./store.ts";
import type { View } from "../chart/adjust/view.ts";

/**
 * Turns the list of series into buttons that switch them on and off; with Alt, or by double click, all others off. Returns what
 * shows a view in it. A button takes exactly the place of the text it replaces.
 */
export function enableLegend(figure: HTMLElement, chart: Chart, store: Store): (view: View) => void {
  const among = chart.series.map((series) => series.id);
  const buttons = [...figure.querySelectorAll<HTMLElement>(".chart-legend [data-series]")].map((item) => {
    const button = toButton(item.firstElementChild!);
    const series = item.dataset["series"]!;
    button.addEventListener("click", (event) => {
      store.send(event.altKey ? { type: "only", series, among } : { type: "toggle", series });
    });
    button.addEventListener("dblclick", () => store.send({ type: "only", series, among }));
    return { button, series };
  });
  const reset = document.createElement("button");
  reset.type = "button";
  reset.className = "chart-reset";
  reset.textContent = "Show all";
  reset.addEventListener("click", () => {
    buttons[0]?.button.focus({ preventScroll: true });
    store.send({ type: "reset" });
  });
  figure.querySelector(".chart-unit")!.append(reset);
  return (view) => {
    for (const { button, series } of buttons) button.setAttribute("aria-pressed", String(!view.hidden.has(series)));
    reset.hidden = !among.some((id) => view.hidden.has(id));
  };
}

/** A button with the content and class of an element, in its place. */
export function toButton(element: Element): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = element.className;
  button.append(...element.childNodes);
  element.replaceWith(button);
  return button;
}
