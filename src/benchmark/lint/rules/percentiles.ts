import type { Series, Statistics } from "../../dataset.ts";
import { formatNumber } from "../../number.ts";
import { percentileOf } from "../../statistic-names.ts";
import type { LintArticle, LintChart, LintDataset } from "../article.ts";
import { chartsOf, metricOf, seriesOf, showsLatency, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { places } from "../words.ts";

export const meanOnly = rule({
  id: "BL13",
  name: "latency-mean-only",
  summary: "Show percentiles of response times.",
  severity: "error",
  source: "Hoefler & Belli 2015, rule 8; Google SRE book, chapter 6; gatling/gatling#2394",
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const charts = chartsOf(article, dataset).filter(showsLatency);
      const [first] = charts;
      if (
        !first ||
        charts.some(({ chart }) => chart.metric.stat === "median" || percentileOf(chart.metric.stat) !== null)
      )
        return [];
      const fact = `chart "${first.chart.id}" shows response times as ${wordOf(first)}s only: that hides the tail`;
      const known = charts.flatMap(percentilesIn);
      const help =
        known.length > 0
          ? `The dataset has ${[...new Set(known)].join(", ")}: show one of them, stat: ${known.at(-1)}.`
          : "Add at least p50 and p99 to the dataset, and a chart of them.";
      return [{ at: first.at(["metric"]), fact, help }];
    }),
});

function wordOf({ chart }: LintChart): string {
  return chart.metric.stat === "value" ? "single figure" : chart.metric.stat;
}

function percentilesIn(chart: LintChart): string[] {
  return seriesOf(chart).flatMap(({ values }) =>
    [...(values.get(chart.chart.metric.id)?.columns.keys() ?? [])].filter((name) => percentileOf(name) !== null),
  );
}

export const unsupported = rule({
  id: "BL14",
  name: "percentile-unsupported",
  summary: "Take percentiles from samples that can carry them.",
  severity: "warning",
  source: "Hoefler & Belli 2015, section 3.1.3 (Le Boudec's rank intervals)",
  check: ({ charts }) => charts.flatMap((chart) => checkSample(chart)),
});

/** n with pⁿ ≤ 0.05: fewer values have no upper bound of the percentile at 95 %. */
export function neededFor(percentage: number): number {
  return Math.ceil(Math.log(0.05) / Math.log(percentage / 100));
}

function checkSample(chart: LintChart): Finding[] {
  const { stat } = chart.chart.metric;
  const percentage = percentileOf(stat);
  if (percentage === null) return [];
  const needed = neededFor(percentage);
  for (const series of seriesOf(chart)) {
    const statistics = series.values.get(chart.chart.metric.id);
    if (!statistics) continue;
    const few = series.x.filter((x, index) => {
      const n = requestsAt(chart.dataset, series, statistics, index);
      const admitted = series.flags.some((flag) => flag.x === x && flag.flag === "too-short");
      return n !== null && n < needed && !admitted && statistics.columns.get(stat)?.[index] != null;
    });
    if (few.length === 0) continue;
    const n = requestsAt(chart.dataset, series, statistics, series.x.indexOf(few[0]!))!;
    const fact = `the ${stat} of "${series.id}" at ${places(chart.dataset.dataset, few)} comes from ${formatNumber(Math.round(n), { significant: 15 })} requests and has no upper bound`;
    const help = `Measure at least ${formatNumber(needed, { significant: 15 })} requests a point, or show a lower percentile.`;
    return [{ at: chart.at(["stat"]), fact, help }];
  }
  return [];
}

const countRequests: ReadonlySet<string> = new Set(["requests", "replies", "calls", "samples"]);

/** How many requests a percentile is of: as counted, or rate × duration of a run. */
function requestsAt(
  { dataset, method }: LintDataset,
  series: Series,
  statistics: Statistics,
  index: number,
): number | null {
  const n = statistics.columns.get("n")?.[index];
  if (n != null && statistics.nOf !== null && countRequests.has(statistics.nOf)) return n;
  const { durationS } = method.load;
  const rates = series.values.get("throughput") ?? series.values.get("reply_rate");
  const rate = (rates?.columns.get("mean") ?? rates?.columns.get("value"))?.[index];
  if (durationS !== null && rate != null) return rate * durationS;
  return durationS !== null && dataset.x.name === "demanded_request_rate" ? series.x[index]! * durationS : null;
}

export const averagedPercentiles = rule({
  id: "BL36",
  name: "percentiles-averaged",
  summary: "Merge histograms of runs; do not average their percentiles.",
  severity: "warning",
  source: "Tene, “How NOT to measure latency”; HdrHistogram merges",
  check: (article) => article.datasets.flatMap((dataset) => checkMerge(article, dataset)),
});

function checkMerge(article: LintArticle, dataset: LintDataset): Finding[] {
  const { percentilesFrom, runs } = dataset.method.sampling;
  const at = spoken(article, dataset, "sampling", "percentiles_from");
  if (percentilesFrom === "mean-of-runs") {
    const fact = "percentiles were averaged over runs: the mean of two p99 is the p99 of nothing";
    return [{ at, fact, help: "Merge the histograms of the runs, or show each run." }];
  }
  const chart = chartsOf(article, dataset).find((one) => showsTail(one));
  if (percentilesFrom !== null || (runs ?? 1) < 2 || !chart) return [];
  const fact = `it is not said how the percentiles of ${runs} runs became one in chart "${chart.chart.id}"`;
  return [{ at, fact, help: "Write sampling: {percentiles_from: merged-histogram}." }];
}

function showsTail(chart: LintChart): boolean {
  return metricOf(chart).unit === "s" && percentileOf(chart.chart.metric.stat) !== null;
}
