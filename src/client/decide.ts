import type { Dataset } from "../benchmark/dataset.ts";
import type { Chart } from "../chart/chart.ts";
import type { FigureLink } from "../chart/figure/link.ts";
import type { ChartSpec } from "../chart/spec.ts";
import { assignStyles } from "../chart/styles.ts";
import { toChart } from "../chart/to-chart.ts";
import type { View } from "./view.ts";

/** The chart of a figure as it was decided when the site was built: by the same function, from the same data. */
export function decideChart(id: string, link: FigureLink, dataset: Dataset): Chart {
  const { chart, problems } = decided(id, link, dataset);
  if (chart === null) throw new Error(problems.map(({ fact }) => fact).join("; "));
  return chart;
}

/**
 * The chart as it is drawn when series are switched off: its axis is decided anew from those that are left, so that small figures
 * fill the picture once a large series is gone. All else stays, and the plot gets no wider: nothing jumps.
 */
export function rescale(chart: Chart, link: FigureLink, dataset: Dataset, hidden: View["hidden"]): Chart {
  const visible = chart.series.flatMap(({ id }) => (hidden.has(id) ? [] : [id]));
  if (visible.length === 0 || visible.length === chart.series.length) return chart;
  const spec: ChartSpec = {
    ...link.spec,
    series: visible,
    stat: chart.metric.stat,
    spread: chart.spread?.name ?? "none",
  };
  const rest = decided(chart.id, { ...link, spec }, dataset).chart;
  return rest === null ? chart : { ...chart, y: rest.y, yAxisWidth: Math.max(chart.yAxisWidth, rest.yAxisWidth) };
}

function decided(id: string, link: FigureLink, dataset: Dataset): ReturnType<typeof toChart> {
  return toChart(dataset, id, link.spec, { styles: assignStyles(link.order), low: link.low ?? false });
}
