import type { Dataset } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { insightsOf } from "./list.ts";

/** What a chart shows, as far as sentences depend on it. */
export interface Shown {
  readonly dataset: Dataset;
  readonly metric: string;
  readonly stat: string;
  /** Ids of its series. */
  readonly series: readonly string[];
}

/** The sentences of a chart. */
export interface Told {
  /** Those that the chart can say where it stands alone. */
  readonly all: readonly string[];
  /** Those of them that no chart before has said. */
  readonly fresh: readonly string[];
}

/** More than these no reader takes in beside a picture in an article … */
const mostBeside = 4;

/** … and on a page of its own. */
const most = 6;

/** Comparisons grow with the square of the series, and then no one reads them. */
const mostCompared = 4;

/** How many series share one sentence. */
const mostItems = 6;

/**
 * What the data say beside each chart of an article, in its order: about exactly the series and the metric of the chart, the
 * most telling first. Computed once for charts that share a dataset and series.
 */
export function tell(charts: readonly Shown[]): Told[] {
  const known = new Map<string, readonly Insight[]>();
  const said = new Set<string>();
  const shown = new Set(charts.map(({ metric }) => metric));
  return charts.map((chart) => {
    const key = JSON.stringify([chart.dataset.name, chart.series]);
    const comparing = chart.series.length <= mostCompared;
    const insights = known.get(key) ?? insightsOf(only(chart, shown), { comparing });
    known.set(key, insights);
    const all = together(insights.filter((insight) => fits(insight, chart))).slice(0, most);
    const fresh = all.filter((sentence) => !said.has(sentence)).slice(0, mostBeside);
    for (const sentence of fresh) said.add(sentence);
    return { all, fresh };
  });
}

/**
 * The dataset with the series of a chart, in their order there, and without metrics that no sentence could need. Names that hold a
 * comma or a semicolon are in quotation marks: a sentence has its own.
 */
function only({ dataset, series }: Shown, shown: ReadonlySet<string>): Dataset {
  const metrics = [...dataset.metrics].filter(([id]) => shown.has(id) || supporting.has(id));
  return {
    ...dataset,
    metrics: new Map(metrics),
    series: series.flatMap((id) => {
      const found = dataset.series.find((one) => one.id === id);
      if (!found) return [];
      return /[,;] /.test(found.label) ? { ...found, label: `“${found.label}”` } : found;
    }),
  };
}

/** What sentences about other metrics are computed from. */
const supporting: ReadonlySet<string> = new Set(["throughput", "reply_rate", "latency", "latency_sent", "error_ratio"]);

const centres: ReadonlySet<string> = new Set(["mean", "value", "median", "p50"]);

/** Charts of a spread are about noise alone; charts of one percentile or of all are not about means. */
function fits(insight: Insight, { metric, stat }: Shown): boolean {
  if (insight.metric !== metric) return false;
  if (insight.name === "noise-floor") return centres.has(stat) || stat === "stdev";
  if (stat === "percentiles") return insight.stat !== undefined;
  return centres.has(stat) || insight.stat === stat;
}

/** One sentence for several series of which the same is said. */
function together(insights: readonly Insight[]): string[] {
  const sentences = insights.map(({ sentence, clause }) => {
    const peers = clause ? insights.flatMap((one) => (one.clause?.lead === clause.lead ? one.clause.item : [])) : [];
    if (peers.length < 2) return sentence;
    const more = peers.length > mostItems ? [`${peers.length - mostItems} more not named here`] : [];
    return `${clause!.lead}: ${[...peers.slice(0, mostItems), ...more].join("; ")}.`;
  });
  return [...new Set(sentences)];
}
