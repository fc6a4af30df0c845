import type { FormChart } from "../decide/decide-with.ts";
import { logDomain } from "../decide/log-ticks.ts";
import { niceTicks } from "../decide/ticks.ts";
import { lower } from "../decide/title.ts";
import { columnsFor, thin } from "../thin.ts";
import { figureAxis } from "./figure-axis.ts";
import { lineOf, linesChart } from "./lines.ts";
import { toCounts, nounOf, type Sample } from "./sample.ts";
import { samplesOf } from "./samples.ts";
import { shareAxis } from "./share-axis.ts";

/**
 * The empirical distribution function of a metric at one place or several: over each figure the share of what was measured that
 * does not exceed it, from 0 to 100 %. It jumps at each single figure, by one over their number, and needs no bins.
 */
export const ecdfChart: FormChart = (dataset, id, spec, picked, context, problems) => {
  const { metric } = picked;
  const found = samplesOf(dataset, spec, picked, context, problems);
  if (found === null) return { chart: null, problems };
  const { loads, where, samples, figures, log } = found;
  const [start, end] = niceEnds(figures, log);
  const axis = figureAxis(spec, metric, figures, [start, end], log);
  const lines = loads.map((load, i) => {
    const [x, y] = [figures[i]!, shares(samples[i]!)];
    // It is 0 before all figures and 100 % after them.
    return start < x[0]! ? lineOf(load, [start, ...x, end], [0, ...y, 100]) : lineOf(load, [...x, end], [...y, 100]);
  });
  const columns = columnsFor(lines.length);
  const series =
    context.whole === true ? lines : lines.map((one) => ({ ...thin(one, axis(240), columns), thinned: null }));
  const chart = linesChart(dataset, id, spec, picked, context, {
    form: "ecdf",
    title: `Distribution of ${lower(metric.label)}${where}`,
    caption: `Over each figure the share${nounOf(samples, " of ")} that does not exceed it.`,
    counted: toCounts(samples),
    series,
    y: shareAxis(spec.y?.label ?? `Share${nounOf(samples, " of ")}`, 100, context.low === true ? 3 : 5),
    x: axis,
  });
  return { chart, problems };
};

/** In percent, at each figure. */
function shares({ counts, total }: Sample): number[] {
  let below = 0;
  return counts.map((count) => Number(((100 * (below += count)) / total).toPrecision(12)));
}

/** Round ends around the figures, so that the first rise and the last are seen. */
function niceEnds(figures: readonly (readonly number[])[], log: boolean): [number, number] {
  const low = Math.min(...figures.map((all) => all[0]!));
  const high = Math.max(...figures.map((all) => all.at(-1)!));
  if (log) return logDomain(low / 1.01, high * 1.01);
  if (low === high) return low === 0 ? [-1, 1] : [Math.min(0, 2 * low), Math.max(0, 2 * low)];
  const air = (high - low) / 50;
  return niceTicks(low < 0 ? low - air : Math.max(0, low - air), high + air, 6).domain;
}
