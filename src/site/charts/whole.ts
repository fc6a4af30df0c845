import type { Chart } from "../../chart/chart.ts";
import { assignStyles } from "../../chart/styles.ts";
import { isThinned } from "../../chart/thin.ts";
import { toChart } from "../../chart/to-chart.ts";
import type { Figure } from "./figure.ts";

const wholes = new WeakMap<Chart, Chart>();

/** The chart with every point, however many its picture leaves out; made once, because CSV, table and levels need it. */
export function wholeChart({ chart, dataset, id, spec, order, low }: Figure): Chart {
  if (!isThinned(chart)) return chart;
  const known = wholes.get(chart);
  if (known) return known;
  const whole = toChart(dataset, id, spec, { styles: assignStyles(order), low, whole: true }).chart ?? chart;
  wholes.set(chart, whole);
  return whole;
}
