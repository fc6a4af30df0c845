import type { FormChart } from "../decide/decide-with.ts";
import { inverse } from "../decide/percentage.ts";
import { percentileAxis } from "../decide/percentile-axis.ts";
import { error } from "../decide/problem.ts";
import { countAt, quantilesAt } from "../decide/quantiles.ts";
import { shown, shownUnit } from "../decide/shown.ts";
import { valueAxis } from "../decide/value-axis.ts";
import { lineOf, linesChart } from "./lines.ts";
import { type Has, type Loads, loadsOf } from "./loads.ts";
import { type Counts, toCounts } from "./sample.ts";

/** The distribution of a metric at one place of the x-axis, or at several: a line a series and place, over percentiles. */
export const percentileChart: FormChart = (dataset, id, spec, picked, context, problems) => {
  const { metric } = picked;
  const yUnit = shownUnit(metric.unit, metric.display);
  const help = "Draw another mark, or import the tool's percentiles or histogram.";
  const missing = error("no-percentiles", ["mark"], `${metric.id} has no percentiles and no histogram`, help);
  const has: Has = (statistics, index) => quantilesAt(statistics, index).length > 1;
  const found = loadsOf(dataset, spec, picked, context, { has, missing }, problems);
  if (found === null) return { chart: null, problems };
  const series = found.loads.map((load) => {
    const quantiles = quantilesAt(load.statistics, load.index);
    const x = quantiles.map(({ share }) => inverse(share));
    return lineOf(
      load,
      x,
      quantiles.map(({ value }) => shown(value, yUnit)),
    );
  });
  const log = spec.y?.scale === "log";
  const ticks = context.low === true ? 3 : 5;
  const label = spec.y?.label ?? metric.label;
  const chart = linesChart(dataset, id, spec, picked, context, {
    form: "percentiles",
    title: `${metric.label} by percentile${found.where}`,
    caption: "Each further nine has the same room. Percentiles that too few requests carry are left out.",
    counted: countsOf(found),
    series,
    y: valueAxis(series, { label, unit: yUnit.symbol, log, domain: spec.y?.domain, ticks }),
    x: (width) => percentileAxis(series, width, spec.x?.label),
  });
  return { chart, problems };
};

/** Of how many requests the lines are, where all of them say so. */
function countsOf({ loads }: Loads): Counts | null {
  const counts = loads.flatMap(({ statistics, index }) => {
    const total = countAt(statistics, index);
    return total === null ? [] : [{ total, noun: statistics.nOf === "runs" ? null : statistics.nOf }];
  });
  return counts.length < loads.length ? null : toCounts(counts);
}
