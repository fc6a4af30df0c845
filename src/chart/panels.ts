import type { Axis, Chart, ChartSeries } from "./chart.ts";
import { BEHIND } from "./theme.ts";

/** Height of a panel with its axes, in CSS pixels. */
const HEIGHT = 176;
/** A panel has room for so many labels beside its plot. */
const LABELS = 6;
/** Beyond so many points in all panels together, no panel shows the other lines. */
const ENOUGH = 60_000;

/** One series on its own, before the others. */
export interface Panel {
  readonly series: ChartSeries;
  readonly chart: Chart;
}

/** Whether a chart can be shown as one panel a series: not of bars and not where names need the width, which stand side by side as they are. */
export function canHavePanels({ series, mark, orientation, x }: Chart): boolean {
  return series.length > 1 && mark !== "bar" && orientation === "upright" && x.kind !== "category";
}

/** One low picture for each series that is on, all with the same axes: the series as it always looks, the others grey behind it. */
export function toPanels(chart: Chart, hidden: ReadonlySet<string>): Panel[] {
  const visible = chart.series.filter(({ id }) => !hidden.has(id));
  const points = visible.reduce((sum, { x }) => sum + x.length, 0) * visible.length;
  return visible.map((series) => {
    const others = points > ENOUGH ? [] : visible.filter((one) => one !== series).map(behind);
    return {
      series,
      chart: {
        ...chart,
        y: { ...chart.y, ticks: fewer(chart.y.ticks) },
        series: [series, ...others],
        brackets: chart.brackets.filter((bracket) => bracket.series === series.id),
        reference: chart.reference && { ...chart.reference, label: "" },
        annotations: [],
        height: HEIGHT,
      },
    };
  });
}

function behind(series: ChartSeries): ChartSeries {
  const style = { ...series.style, colour: BEHIND, dash: [] };
  return { ...series, style, low: null, high: null, failed: null, runs: null };
}

function fewer(ticks: Axis["ticks"]): Axis["ticks"] {
  return ticks.length <= LABELS ? ticks : ticks.filter((_, i) => i % 2 === 0);
}
