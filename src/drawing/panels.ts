import type { Chart } from "../chart/chart.ts";
import { toPanels } from "../chart/panels.ts";
import type { Theme } from "../chart/theme.ts";
import { ALL_VISIBLE, type ChartView } from "../chart/view.ts";
import { drawLegend } from "./head.ts";
import { record } from "./record.ts";
import { Recorder } from "./recorder.ts";
import type { Part } from "./standalone.ts";

/** Least width of a panel, and what lies between two beside and below each other: as on a page (figure.css), in CSS pixels. */
const LEAST = 288;
const BESIDE = 24;
const BELOW = 12;

/**
 * One picture a series under its sign and name, as many beside each other as a width has room for, from `top` down. Returns them with
 * the height of all.
 */
export function drawPanels(
  chart: Chart,
  theme: Theme,
  width: number,
  top: number,
  { hidden }: ChartView,
): { readonly parts: readonly Part[]; readonly height: number } {
  const panels = toPanels(chart, hidden);
  const columns = Math.max(1, Math.min(panels.length, Math.floor((width + BESIDE) / (LEAST + BESIDE))));
  const each = Math.floor((width - (columns - 1) * BESIDE) / columns);
  let bottom = top;
  const parts = panels.flatMap(({ series, chart: panel }, i): Part[] => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const name = new Recorder(each, panel.height);
    const under = drawLegend(name, { ...panel, series: [series] }, theme, each, 0);
    const [across, down] = [column * (each + BESIDE), top + row * (under + panel.height + BELOW)];
    bottom = down + under + panel.height;
    return [
      { items: name.items, across, down },
      { items: record(panel, theme, each, 1, ALL_VISIBLE, null), across, down: down + under },
    ];
  });
  return { parts, height: bottom - top };
}
