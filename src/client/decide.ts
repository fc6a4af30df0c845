import type { Dataset } from "../benchmark/dataset.ts";
import type { Subject } from "../chart/adjust/adjust.ts";
import type { FigureLink } from "../chart/figure/link.ts";
import { assignStyles } from "../chart/styles.ts";
import { decideWith, isPlain } from "../chart/decide/decide-with.ts";
import type { Decide } from "../chart/decide/decided.ts";

/** The title of a chart and what stands under it, which its page says and its description there leaves out. */
export interface Words {
  readonly title: string;
  readonly caption: string;
}

/** Decides the charts that most articles have. */
const decidePlain: Decide = decideWith(new Map());

/** What decides the chart of a figure: few are distributions, and their code comes with them. */
export async function deciderOf({ spec }: FigureLink, dataset: Dataset): Promise<Decide> {
  return isPlain(dataset, spec) ? decidePlain : (await import("../chart/to-chart.ts")).toChart;
}

/** The chart of a figure as it was decided when the site was built, by the same function, and what from. */
export function decideChart(
  id: string,
  link: FigureLink,
  dataset: Dataset,
  words: Words,
  decide: Decide = decidePlain,
): Subject {
  const { spec, order, low, brackets = [], levels } = link;
  const measured = new Map(Object.entries(levels?.measured ?? {}));
  const context = { styles: assignStyles(order), low: low === true, measured };
  const { chart, problems } = decide(dataset, id, spec, context);
  if (chart === null) throw new Error(problems.map(({ fact }) => fact).join("; "));
  return { dataset, spec, context, decide, chart: { ...chart, ...words, brackets } };
}
