import type { Series, Statistics } from "../../dataset.ts";
import { percentileOf } from "../../statistic-names.ts";
import type { LintChart } from "../article.ts";
import { metricOf, seriesOf, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { be, list, places } from "../words.ts";

const centres: ReadonlySet<string> = new Set(["mean", "median", "p50", "value"]);
const spreads = ["stdev", "ci_low", "ci_high", "min", "max"];

export const centreAlone = rule({
  id: "BL10",
  name: "centre-without-spread",
  summary: "Show no mean or median without its spread.",
  severity: "error",
  source: "Hoefler & Belli 2015, rules 5 and 12; SIGPLAN checklist, “no data distribution reported”",
  check: ({ charts }) => charts.flatMap((chart) => checkCentre(chart)),
});

function checkCentre(chart: LintChart): Finding[] {
  const { id, metric, spread, runs, caption } = chart.chart;
  // A share of many requests carries its own noise: it follows from their number.
  const share = metricOf(chart).unit === "1" && metric.stat === "value";
  if (spread !== null || runs === "drawn" || share || !centres.has(metric.stat)) return [];
  // Whoever says how small the variation is may leave the bands out: Hoefler & Belli, rule 12.
  if (/\b(?:below|under|within|at most|less than|never above|always)\b[^.]*%|±/i.test(caption)) return [];
  const known = seriesOf(chart).some((series) => hasSpread(series.values.get(metric.id)));
  const at = chart.at([known ? "spread" : "metric"]);
  const name = metric.stat === "value" ? "single figures" : `${metric.stat === "mean" ? "means" : "medians"}`;
  const fact = `chart "${id}" shows ${name} without any spread`;
  return known
    ? [
        {
          at,
          severity: "warning",
          fact,
          help: "Leave spread: none out, or say in the caption below which share it stays.",
        },
      ]
    : [{ at, fact, help: "Add stdev, quantiles or a confidence interval over the runs to the dataset." }];
}

function hasSpread(statistics: Statistics | undefined): boolean {
  return [...(statistics?.columns.keys() ?? [])].some(
    (name) => spreads.includes(name) || (percentileOf(name) ?? 50) !== 50,
  );
}

export const spreadKind = rule({
  id: "BL11",
  name: "spread-kind-missing",
  summary: "Say what a band is, and over what it varies: requests, runs or machines.",
  severity: "error",
  source:
    "Hoefler & Belli 2015, section 5.2; Chartability v2, “statistical uncertainty”; Kalibera & Jones 2013, section 3",
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const { unit, spread, centre } = dataset.method.sampling;
      const chart = article.charts.find((one) => one.dataset === dataset && hasBands(one));
      if (!chart) return [];
      const missing = Object.entries({ unit, spread, centre }).flatMap(([key, value]) => (value === null ? key : []));
      const at = spoken(article, dataset, "sampling", missing[0] ?? "unit");
      if (missing.length > 0) {
        const fact = `chart "${chart.chart.id}" has bands, and ${list(missing.map((key) => `sampling.${key}`))} ${be(missing)} not said`;
        const help =
          "Write sampling: {unit: run, centre: mean, spread: stdev}: over requests it is another thing than over runs.";
        return [{ at, fact, help }];
      }
      if (unit !== "request" || (article.bench?.claims ?? []).length === 0) return [];
      const fact = "the spread is over requests, and claims compare the servers: it says nothing of the next run";
      return [{ at, severity: "warning", fact, help: "Repeat the runs, and show the spread over them." }];
    }),
});

/** A box says itself what it is. */
function hasBands({ chart }: LintChart): boolean {
  return chart.spread !== null && chart.form !== "box";
}

export const impossibleBand = rule({
  id: "BL12",
  name: "impossible-band",
  summary: "Draw no symmetric band that reaches impossible values.",
  severity: "warning",
  source: "Hoefler & Belli 2015, rule 6 and section 3.1.3",
  check: ({ charts }) => charts.flatMap((chart) => checkBand(chart)),
});

function checkBand(chart: LintChart): Finding[] {
  const { id, spread, metric } = chart.chart;
  if (spread?.name !== "stdev") return [];
  const isShare = metricOf(chart).unit === "1" && metricOf(chart).display === "%";
  for (const series of seriesOf(chart)) {
    const bad = impossible(series, series.values.get(metric.id)!, metric.stat, isShare);
    if (bad.length === 0) continue;
    const fact = `the band of "${series.id}" in chart "${id}" reaches beyond what can be at ${places(chart.dataset.dataset, bad)}: the figures are skewed`;
    const help = "Show the smallest and the largest instead: spread: range; or quantiles.";
    return [{ at: chart.at(["spread"]), fact, help }];
  }
  return [];
}

/** The x at which centre ± stdev is below 0, of figures that never are, or above the whole. */
function impossible({ x }: Series, { columns }: Statistics, stat: string, isShare: boolean): number[] {
  const centre = columns.get(stat) ?? [];
  if (centre.some((value) => value !== null && value < 0)) return [];
  return x.filter((_, index) => {
    const [value, stdev] = [centre[index], columns.get("stdev")?.[index]];
    return value != null && stdev != null && (value - stdev < 0 || (isShare && value <= 1 && value + stdev > 1));
  });
}
