import type { View } from "../chart/adjust/view.ts";
import type { Chart } from "../chart/chart.ts";
import { renderSwatch } from "../chart/figure/swatch.ts";
import { margins } from "../chart/frame.ts";
import { type Panel, toPanels } from "../chart/panels.ts";
import { shareOf, valueAt } from "../chart/scale.ts";
import { drawFluid } from "../drawing/fluid.ts";
import type { Spot } from "./place.ts";
import { isReadable, readAt, type Readout } from "./readout.ts";
import { readingText } from "./words.ts";

/** One panel a series in the place of the picture: SVG that stretches, follows the theme and prints, as the static picture is. */
export interface Panels {
  readonly draw: (chart: Chart, view: View) => void;
  /**
   * Marks the view's x, and says in each panel what its series has there. `read` is the chart whose points are read, `shown` the one
   * that the view shows. Null where nothing is read.
   */
  readonly show: (read: Chart, view: View, shown: Chart) => Readout | null;
  /** The x under a place in the plot; null beside the panels. */
  readonly xAt: (spot: Spot) => number | null;
  readonly close: () => void;
}

interface Shown extends Panel {
  readonly element: HTMLElement;
  readonly picture: HTMLElement;
  readonly value: HTMLElement;
  readonly line: HTMLElement;
}

export function openPanels(figure: HTMLElement, plot: HTMLElement): Panels {
  const list = make("div", "chart-panels");
  plot.append(list);
  figure.classList.add("has-panels");
  let panels: readonly Shown[] = [];

  return {
    draw(chart, view) {
      panels = toPanels(chart, view.hidden).map(createPanel);
      list.replaceChildren(...panels.map(({ element }) => element));
    },
    show(read, view, shown) {
      const found = view.x === null ? null : readAt(read, view.hidden, view.x, shown);
      const readout = found !== null && isReadable(found) ? found : null;
      for (const { series, element, value, line } of panels) {
        const row = readout?.rows.find((one) => one.series.id === series.id);
        value.textContent = readout && row ? words(read, readout, row) : "";
        element.classList.toggle("is-focus", readout !== null && view.focus === series.id);
        const share = readout === null ? -1 : shareOf(shown.x, readout.x);
        line.hidden = share < 0 || share > 1;
        if (!line.hidden) line.style.left = placeOf(shown, share);
      }
      if (readout !== null) figure.dataset["x"] = String(readout.x);
      return readout;
    },
    xAt({ left, top }) {
      const from = plot.getBoundingClientRect();
      const [x, y] = [from.left + left, from.top + top];
      for (const { picture, chart } of panels) {
        const box = picture.getBoundingClientRect();
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
        const room = margins(chart);
        const share = (x - box.left - room.left) / (box.width - room.left - room.right);
        return valueAt(chart.x, Math.max(0, Math.min(1, share)));
      }
      return null;
    },
    close() {
      list.remove();
      figure.classList.remove("has-panels");
    },
  };
}

function createPanel(panel: Panel): Shown {
  const [element, name, picture, line] = [
    make("div", "chart-panel"),
    make("p", "chart-panel-name"),
    make("div", "chart-panel-plot"),
    make("div", "chart-panel-line"),
  ];
  const value = document.createElement("b");
  name.innerHTML = renderSwatch(panel.series.style, panel.chart.mark);
  name.append(Object.assign(document.createElement("bdi"), { textContent: panel.series.label }), value);
  picture.innerHTML = drawFluid(panel.chart, null);
  line.hidden = true;
  picture.append(line);
  element.append(name, picture);
  return { ...panel, element, picture, value, line };
}

function words(chart: Chart, readout: Readout, row: Readout["rows"][number]): string {
  const { figure, times, failed } = readingText(chart, readout, row);
  return [figure, row.reading === null ? "" : chart.y.unit, times, failed].filter(Boolean).join(" ");
}

/** From the left end of a panel, at any width of it. */
function placeOf(chart: Chart, share: number): string {
  const { left, right } = margins(chart);
  return `calc(${left}px + (100% - ${left + right}px) * ${share})`;
}

function make(tag: "div" | "p", className: string): HTMLElement {
  return Object.assign(document.createElement(tag), { className });
}
