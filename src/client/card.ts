import type { Chart } from "../chart/chart.ts";
import { readingText, xText } from "./words.ts";
import type { Readout, Row } from "./readout.ts";

/** The readout for the eye: x, unit, and a row for each visible series. */
export interface Card {
  readonly element: HTMLElement;
  show(readout: Readout, focus: string | null): void;
}

/** `swatchOf` gives the sign that the legend shows for a series. */
export function createCard(chart: Chart, swatchOf: (series: string) => Element | null): Card {
  const element = document.createElement("div");
  element.className = "chart-card";
  element.setAttribute("aria-hidden", "true");
  element.hidden = true;
  const head = line("chart-card-head", "", "", chart.y.unit);
  const rows = new Map(
    chart.series.map((series) => {
      const row = line("chart-card-row", series.label, "", "");
      const swatch = swatchOf(series.id);
      if (swatch !== null) row.element.prepend(swatch.cloneNode(true));
      return [series.id, row];
    }),
  );
  element.append(head.element);
  return {
    element,
    show(readout, focus) {
      const [quantity, figure] = xText(chart, readout.x);
      head.label.textContent = quantity;
      head.value.textContent = figure;
      const lines = [head.element, ...readout.rows.map((row) => filled(readout, row, focus))];
      // what is put in again is laid out again
      if (lines.length !== element.childElementCount || lines.some((one, i) => one !== element.children[i]))
        element.replaceChildren(...lines);
    },
  };

  function filled(readout: Readout, row: Row, focus: string | null): HTMLElement {
    const { element, value, note, single } = rows.get(row.series.id)!;
    const { figure, spread, elsewhere, failed, times, runs } = readingText(chart, readout, row);
    element.classList.toggle("is-focus", row.series.id === focus);
    element.classList.toggle("is-missing", row.reading === null);
    value.textContent = figure;
    note.textContent = [spread, times, elsewhere, failed].filter(Boolean).join(" · ");
    single.textContent = runs;
    return element;
  }
}

interface Line {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly value: HTMLElement;
  readonly note: HTMLElement;
  /** The single runs, in a line of their own. */
  readonly single: HTMLElement;
}

function line(className: string, label: string, value: string, note: string): Line {
  const element = document.createElement("div");
  element.className = className;
  const parts = [
    ["bdi", label],
    ["b", value],
    ["span", note],
    ["small", ""],
  ].map(([tag, text]) => Object.assign(document.createElement(tag!), { textContent: text }));
  element.append(...parts);
  const [one, two, three, four] = parts;
  return { element, label: one!, value: two!, note: three!, single: four! };
}
