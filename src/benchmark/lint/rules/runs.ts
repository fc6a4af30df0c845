import type { Statistics } from "../../dataset.ts";
import { summaryAt } from "../../insights/replicates.ts";
import { isSound } from "../../insights/sound.ts";
import type { LintArticle, LintChart, LintDataset } from "../article.ts";
import { chartsOf, metricOf, seriesOf, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { places } from "../words.ts";

export const runs = rule({
  id: "BL09",
  name: "runs",
  summary: "State the number of runs; one run is no measurement.",
  severity: "error",
  source:
    "Hoefler & Belli 2015, rule 5; SIGPLAN checklist, “insufficient number of trials”; benchstat; Kalibera & Jones 2013",
  /** The fewest runs a point; below six values no 95 % interval of a median is finite: 1 − 2·0.5⁵ is 0.94. */
  thresholds: { fewest: 2, fewestOfMedian: 6 },
  check: (article, { fewest, fewestOfMedian }) =>
    article.datasets.flatMap((dataset) => {
      const counted = chartsOf(article, dataset).flatMap(countsOf);
      if (counted.length === 0) return [];
      const { runs: said, spread, centre } = dataset.method.sampling;
      const at = spoken(article, dataset, "sampling", "runs");
      if (said === null && counted.some(({ n }) => n === null)) {
        const help = "Write sampling: {unit: run, runs: 10}: how often each point was measured anew.";
        return [{ at, fact: "it is not said how many runs each point has", help }];
      }
      const few = counted.filter(({ n }) => (n ?? said!) < fewest);
      if (few.length > 0) return [tooFew(article, dataset, few)];
      const least = Math.min(...counted.map(({ n }) => n ?? said!));
      if (spread !== "ci95" || centre !== "median" || least >= fewestOfMedian) return [];
      const fact = `a 95 % interval of a median does not exist for ${least} runs`;
      return [{ at, fact, help: `Measure ${fewestOfMedian} times or more, or show the smallest and the largest.` }];
    }),
});

interface Counted {
  readonly series: string;
  readonly x: number;
  /** Runs; null where the data do not say. */
  readonly n: number | null;
}

function countsOf(chart: LintChart): Counted[] {
  const metric = metricOf(chart);
  return seriesOf(chart).flatMap((series) => {
    const statistics = series.values.get(metric.id);
    if (!statistics) return [];
    return series.x.flatMap((x, index) =>
      isThere(statistics, index) && isSound(series, metric, x)
        ? { series: series.id, x, n: summaryAt(statistics, index)?.n ?? runsAt(statistics, index) }
        : [],
    );
  });
}

function isThere({ columns }: Statistics, index: number): boolean {
  // Nothing was measured where there is a count of runs alone, which is then 0.
  return [...columns].some(([name, column]) => name !== "n" && column[index] != null);
}

function runsAt({ nOf, columns }: Statistics, index: number): number | null {
  return nOf === "runs" ? (columns.get("n")?.[index] ?? null) : null;
}

function tooFew(article: LintArticle, dataset: LintDataset, few: readonly Counted[]): Finding {
  const [first] = few;
  const same = few.filter(({ series }) => series === first!.series).map(({ x }) => x);
  const said = dataset.method.sampling.runs;
  const n = first!.n ?? said!;
  return {
    at: spoken(article, dataset, "sampling", "runs"),
    severity: "warning",
    fact: `"${first!.series}" was measured ${n === 1 ? "once" : `${n} times`} at ${places(dataset.dataset, [...new Set(same)])}: a difference may be chance`,
    help: "Repeat each point in a process of its own; benchstat asks for ten runs.",
  };
}

export const outliers = rule({
  id: "BL35",
  name: "outliers-removed",
  summary: "Say how many outliers were removed, and by which rule.",
  severity: "warning",
  source: "Hoefler & Belli 2015, section 3.1.3; Criterion.rs keeps them",
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const { outliersRemoved, outliersMethod } = dataset.method.sampling;
      const at = spoken(article, dataset, "sampling", "outliers_removed");
      if (outliersRemoved === null) {
        const help = "Write sampling: {outliers_removed: 0}, or how many and outliers_method.";
        return [{ at, fact: "it is not said whether outliers were removed", help }];
      }
      if (outliersRemoved === 0 || outliersMethod !== null) return [];
      const fact = `${outliersRemoved} outliers were removed, and it is not said by which rule`;
      return [{ at, fact, help: 'Write sampling: {outliers_method: "…"}, a rule that knew nothing of the result.' }];
    }),
});
