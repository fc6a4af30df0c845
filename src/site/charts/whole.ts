import type { Chart } from "../../chart/chart.ts";
import { assignStyles } from "../../chart/styles.ts";
import { isThinned } from "../../chart/thin.ts";
import { toChart } from "../../chart/to-chart.ts";
import type { Figure } from "./figure.ts";

/** The chart with every point, however many its picture leaves out. Large ones are not kept. */
export function wholeChart({ chart, dataset, id, spec, order, low }: Figure): Chart {
  if (!isThinned(chart)) return chart;
  return toChart(dataset, id, spec, { styles: assignStyles(order), low, whole: true }).chart ?? chart;
}
