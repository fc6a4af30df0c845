import type { Metric, Series } from "../../dataset.ts";
import { figureAt } from "../../insights/replicates.ts";
import type { LintChart } from "../article.ts";
import { metricOf, seriesOf } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";

/** Names of categories that are none: what somebody computed from the others. */
const average = /^(?:mean|average|avg\.?|arithmetic mean|overall|all|total mean|summary)$/i;

export const rateMean = rule({
  id: "BL16",
  name: "rate-arith-mean",
  summary: "Average rates over workloads harmonically, or divide all work by all time.",
  severity: "error",
  source: "Hoefler & Belli 2015, rule 3",
  check: ({ charts }) =>
    charts
      .filter((chart) => ["1/s", "B/s"].includes(metricOf(chart).unit))
      .flatMap((chart) =>
        averaged(chart).map((found) => ({
          ...found,
          fact: `"${found.category}" of "${found.series}" is the arithmetic mean of rates`,
          help: "Divide all work by all time, which is the harmonic mean where each workload does the same work.",
        })),
      ),
});

export const ratioMean = rule({
  id: "BL17",
  name: "ratio-arith-mean",
  summary: "Average no ratios arithmetically.",
  severity: "error",
  source: "Hoefler & Belli 2015, rule 4; Fleming & Wallace 1986",
  check: ({ charts }) =>
    charts
      .filter((chart) => isRatio(metricOf(chart)))
      .flatMap((chart) =>
        averaged(chart).map((found) => ({
          ...found,
          fact: `"${found.category}" of "${found.series}" is the arithmetic mean of ratios: it depends on the base that was chosen`,
          help: "Average the times and divide then, or use the geometric mean and say so.",
        })),
      ),
});

/** A ratio of two programs, and no share of a whole. */
export function isRatio({ unit, display, id }: Metric): boolean {
  return (
    unit === "1" && (display === "×" || /speed-?up|ratio|relative|factor/i.test(id)) && !/error|hit|miss/i.test(id)
  );
}

type Averaged = Pick<Finding, "at"> & { readonly category: string; readonly series: string };

/** Categories that are called a mean and are the arithmetic one of the others. */
function averaged(chart: LintChart): Averaged[] {
  const { x } = chart.dataset.dataset;
  if (x.kind !== "category") return [];
  const place = x.categories.findIndex((category) => average.test(category.trim()));
  if (place === -1) return [];
  const guilty = seriesOf(chart).find((series) => isArithmetic(series, chart.chart.metric.id, place));
  return guilty ? [{ at: chart.at(["metric"]), category: x.categories[place]!, series: guilty.id }] : [];
}

function isArithmetic(series: Series, metric: string, place: number): boolean {
  const statistics = series.values.get(metric);
  if (!statistics) return false;
  const figures = series.x.map((x, index) => ({ x, value: figureAt(statistics, index) }));
  const mean = figures.find(({ x }) => x === place)?.value;
  const others = figures.flatMap(({ x, value }) => (x === place || value === null ? [] : value));
  if (mean == null || others.length < 2 || Math.max(...others) === Math.min(...others)) return false;
  const arithmetic = others.reduce((sum, value) => sum + value, 0) / others.length;
  return Math.abs(mean / arithmetic - 1) < 1e-3;
}
