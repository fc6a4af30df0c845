import { formatNumber } from "../../benchmark/number.ts";
import type { FormChart } from "../decide/decide-with.ts";
import { lower } from "../decide/title.ts";
import { quantity } from "../words.ts";
import { type Bins, binsOf, sharesIn } from "./bins.ts";
import { figureAxis } from "./figure-axis.ts";
import { lineOf, linesChart } from "./lines.ts";
import { toCounts, nounOf } from "./sample.ts";
import { samplesOf } from "./samples.ts";
import { shareAxis } from "./share-axis.ts";

/**
 * How often which figures of a metric were measured, at one place or several: the share of all in each of equal bins. A point
 * stands at the lower edge of its bin, and what it says holds up to the next; the last says where the bins end.
 */
export const histogramChart: FormChart = (dataset, id, spec, picked, context, problems) => {
  const { metric } = picked;
  const found = samplesOf(dataset, spec, picked, context, problems);
  if (found === null) return { chart: null, problems };
  const { loads, where, samples, figures, unit, log } = found;
  const to = log ? Math.log10 : (figure: number): number => figure;
  const bins = binsOf(samples, figures, to);
  const edges = log ? bins.edges.map((edge) => Number((10 ** edge).toPrecision(9))) : bins.edges;
  const series = loads.map((load, i) => lineOf(load, edges, [...sharesIn(samples[i]!, figures[i]!.map(to), bins), 0]));
  const most = Math.max(...series.flatMap(({ y }) => y.map(Number)));
  const noun = nounOf(samples, " of ");
  const chart = linesChart(dataset, id, spec, picked, context, {
    form: "histogram",
    title: `Distribution of ${lower(metric.label)}${where}`,
    caption: `Share${noun} in each bin. ${binWords(bins, log, unit.symbol)}`,
    counted: toCounts(samples),
    series,
    y: shareAxis(spec.y?.label ?? `Share${noun}`, most, context.low === true ? 3 : 5),
    x: figureAxis(spec, metric, [edges], [edges[0]!, edges.at(-1)!], log),
  });
  return { chart, problems };
};

function binWords({ width, rule }: Bins, log: boolean, unit: string): string {
  const apart = formatNumber(10 ** width, { significant: 3 });
  const size = log ? `whose ends are ${apart} times apart` : `of ${quantity(width, unit)}`;
  return `Bins ${size} (rule of ${rule}, rounded).`;
}
