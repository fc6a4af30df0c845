import type { Chart } from "../chart/chart.ts";
import { AWAY, endNames } from "../chart/ends/names.ts";
import { placeEnds } from "../chart/ends/place.ts";
import type { Store } from "./store.ts";
import type { View } from "../chart/adjust/view.ts";

/** The buttons that switch series on and off. */
export interface Legend {
  readonly show: (view: View) => void;
  /**
   * Where the stylesheet lays the buttons over the names at the ends of lines, they stand where the picture of a chart has these: a
   * button is not seen but while its line is off.
   */
  readonly lie: (shown: Chart) => void;
}

/**
 * Turns the list of series into buttons that switch them on and off; with Alt, or by double click, all others off. A button
 * takes exactly the place of the text it replaces.
 */
export function enableLegend(figure: HTMLElement, chart: Chart, store: Store): Legend {
  const among = chart.series.map((series) => series.id);
  const buttons = [...figure.querySelectorAll<HTMLElement>(".chart-legend [data-series]")].map((item) => {
    const button = toButton(item.firstElementChild!);
    const series = item.dataset["series"]!;
    button.addEventListener("click", (event) => {
      store.send(event.altKey ? { type: "only", series, among } : { type: "toggle", series });
    });
    button.addEventListener("dblclick", () => store.send({ type: "only", series, among }));
    return { item, button, series };
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
  return {
    show(view) {
      for (const { button, series } of buttons) button.setAttribute("aria-pressed", String(!view.hidden.has(series)));
      reset.hidden = !among.some((id) => view.hidden.has(id));
    },
    lie(shown) {
      const names = endNames(shown);
      if (names === null) return;
      const list = figure.querySelector<HTMLElement>(".chart-legend")!.style;
      list.setProperty("--top", `${figure.querySelector<HTMLElement>(".chart-plot")!.offsetTop}px`);
      list.setProperty("--width", `${names.width - AWAY + 4}px`);
      for (const [i, { at, height, tip }] of placeEnds(shown).entries()) {
        const { item } = buttons[i]!;
        item.style.setProperty("--top", `${Math.floor(at - height / 2)}px`);
        item.style.setProperty("--height", `${height}px`);
        item.classList.toggle("is-away", tip === null);
      }
    },
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
