import type { Dataset } from "../benchmark/dataset.ts";
import { saturations } from "../benchmark/insights/saturation.ts";
import type { Bracket, Chart } from "./chart.ts";
import { shown, shownUnit } from "./decide/shown.ts";

/**
 * The chart with the rates between which its series saturate, where it shows throughput over the rate that was demanded. Apart
 * from `toChart`, because a browser shall not load what it takes to find them.
 */
export function withBrackets(chart: Chart, dataset: Dataset): Chart {
  if (chart.reference === null) return chart;
  const unit = shownUnit(dataset.x.unit, dataset.x.display);
  const ids = new Set(chart.series.map(({ id }) => id));
  const brackets = saturations(dataset).flatMap(
    ({ metric, series: [series = ""], data: { above, upTo } }): Bracket[] => {
      if (metric !== chart.metric.id || !ids.has(series) || above === null || upTo === null) return [];
      return [{ series, from: shown(above, unit), to: shown(upTo, unit) }];
    },
  );
  if (brackets.length === 0) return chart;
  return { ...chart, brackets, caption: `${chart.caption} Shaded: where a server saturates.`.trim() };
}
