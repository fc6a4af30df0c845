import type { Series } from "../../dataset.ts";
import { figureAt } from "../../insights/replicates.ts";
import type { LintArticle, LintDataset } from "../article.ts";
import { declared, isLoadTest, shownSeries, spoken } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { places } from "../words.ts";

export const sameHost = rule({
  id: "BL31",
  name: "load-on-the-same-host",
  summary: "Keep the load generator off the system under test, or off its cores.",
  severity: "warning",
  source: "TPC-C 5.11, clause 6; Gregg, benchmarking checklist, “why not double?”",
  check: (article) =>
    loadTests(article).flatMap((dataset) => {
      const { sameHost: same, pinned } = dataset.method.loadMachine;
      if (same === null) {
        const fact = "it is not said whether the load generator ran on the machine that it measures";
        return [
          { at: declared(article, "env", "load"), fact, help: "Write env: {load: {same_host: false}}, or true." },
        ];
      }
      if (!same || (pinned !== null && pinned !== false)) return [];
      const fact = "the load generator takes processor time from the server that it measures";
      const help =
        "Run it on another machine, or keep both on cores of their own and say so: env: {load: {pinned: …}}.";
      return [{ at: spoken(article, dataset, "env", "load", "same_host"), fact, help }];
    }),
});

export const generatorLimit = rule({
  id: "BL32",
  name: "generator-was-the-limit",
  summary: "Do not measure the load generator.",
  severity: "warning",
  source: "Gregg, benchmarking checklist; k6, dropped_iterations",
  /** Shares of a processor: the generator above `busy`, or dropping while the server is below `idle`. */
  thresholds: { busy: 0.85, idle: 0.7 },
  check: (article, thresholds) =>
    loadTests(article).flatMap((dataset) =>
      shownSeries(article, dataset).flatMap((series) => checkLimit(dataset, series, thresholds)),
    ),
});

function checkLimit(dataset: LintDataset, series: Series, { busy, idle }: { busy: number; idle: number }): Finding[] {
  const at = (metric: string, index: number): number | null => {
    const statistics = series.values.get(metric);
    return statistics ? figureAt(statistics, index) : null;
  };
  const limited = series.x.filter((_, index) => {
    const server = at("server_cpu", index);
    return (at("load_cpu", index) ?? 0) > busy || ((at("dropped", index) ?? 0) > 0 && server !== null && server < idle);
  });
  if (limited.length === 0) return [];
  const index = dataset.dataset.series.indexOf(series);
  const fact = `the load generator was at its limit for "${series.id}" at ${places(dataset.dataset, limited)}, and not the server`;
  const help = "Give the generator more cores or machines, or end the sweep before.";
  return [{ at: { located: dataset.located, path: ["series", index] }, fact, help }];
}

function loadTests({ datasets }: LintArticle): readonly LintDataset[] {
  return datasets.filter(isLoadTest);
}
