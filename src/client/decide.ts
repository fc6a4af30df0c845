import type { Dataset } from "../benchmark/dataset.ts";
import type { Subject } from "../chart/adjust/adjust.ts";
import type { FigureLink } from "../chart/figure/link.ts";
import { assignStyles } from "../chart/styles.ts";
import { toChart } from "../chart/to-chart.ts";

/** The title of a chart and what stands under it, which its page says and its description there leaves out. */
export interface Words {
  readonly title: string;
  readonly caption: string;
}

/** The chart of a figure as it was decided when the site was built, by the same function, and what from. */
export function decideChart(id: string, link: FigureLink, dataset: Dataset, words: Words): Subject {
  const { spec, order, low, brackets = [], levels } = link;
  const measured = new Map(Object.entries(levels?.measured ?? {}));
  const context = { styles: assignStyles(order), low: low === true, measured };
  const { chart, problems } = toChart(dataset, id, spec, context);
  if (chart === null) throw new Error(problems.map(({ fact }) => fact).join("; "));
  return { dataset, spec, context, chart: { ...chart, ...words, brackets } };
}
