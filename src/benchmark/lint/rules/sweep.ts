import { saturations } from "../../insights/saturation.ts";
import { sustainedShare, sweepsOf } from "../../insights/sweep.ts";
import { percent, placeWords } from "../../insights/words.ts";
import type { LintArticle, LintChart, LintDataset } from "../article.ts";
import { isLoadTest, metricOf, seriesOf, shownSeries } from "../facts.ts";
import { proseOf, sentencesOf } from "../prose.ts";
import { type Finding, rule } from "../rule.ts";
import type { Spot } from "../spot.ts";
import { list, places } from "../words.ts";
import { isEnglish } from "./summary.ts";

export const peakNotReached = rule({
  id: "BL24",
  name: "peak-not-reached",
  summary: "Call a maximum only what the load went past.",
  severity: "warning",
  source: "RFC 1242, throughput; TPC-C 5.11, clause 5.2.5; Hoefler & Belli 2015, rule 11",
  check: (article) => article.datasets.flatMap((dataset) => checkPeak(article, dataset)),
});

function checkPeak(article: LintArticle, dataset: LintDataset): Finding[] {
  const shown = new Set(shownSeries(article, dataset).map(({ id }) => id));
  return sweepsOf(dataset.dataset).flatMap(({ series, points }) => {
    const last = points.at(-1)!;
    if (last.ratio < sustainedShare || !shown.has(series.id)) return [];
    const at = peakWords(article, [series.id, series.label]);
    if (at === null) return [];
    const share = percent(Math.min(1, last.ratio));
    const most = placeWords(dataset.dataset, last.rate);
    const fact = `"${series.id}" still delivers ${share} at ${most}, the highest rate tested: its peak may be anywhere above`;
    return [{ at, fact, help: "Measure beyond it, or write “at least”." }];
  });
}

/** Where the article speaks of a peak of a series: in a sentence that names it and does not say “at least”. */
function peakWords(article: LintArticle, names: readonly string[]): Spot | null {
  const { head, source, bodyOffset } = article;
  const claim = article.bench?.claims.find(({ a, b, at }) => at === "peak" && [a, b].includes(names[0]!));
  if (claim) return { located: head, path: [...claim.path, "at"] };
  if (!isEnglish(article)) return null;
  const known = names.map((name) => name.replace(/\s*\(.*\)$/, "").toLowerCase());
  for (const { text, offset } of sentencesOf(proseOf(source, bodyOffset))) {
    const words = /\bpeaks?\b|\bmaximum\b|\bat most\b|\bmax(?:imum)? throughput\b/i.exec(text);
    if (!words || /\bat least\b|\bor more\b/i.test(text)) continue;
    if (known.some((name) => text.toLowerCase().includes(name))) return { source, offset: offset + words.index };
  }
  return null;
}

export const kneeUnresolved = rule({
  id: "BL38",
  name: "knee-not-resolved",
  summary: "Measure closely where a server saturates.",
  severity: "warning",
  source: "Hoefler & Belli 2015, section 4.2, adaptive refinement",
  thresholds: { step: 1.5 },
  check: (article, { step }) =>
    article.datasets.flatMap((dataset) => {
      const shown = new Set(shownSeries(article, dataset).map(({ id }) => id));
      return saturations(dataset.dataset).flatMap(({ series: [id], data: { above, upTo } }) => {
        if (above === null || upTo === null || upTo / above <= step || !shown.has(id!)) return [];
        const index = dataset.dataset.series.findIndex((one) => one.id === id);
        const series = dataset.dataset.series[index]!;
        const between = series.x.filter((x) => x > above && x < upTo).length;
        const why = between === 0 ? "nothing was measured there" : "the runs there differ too much to say more";
        const fact = `"${id}" saturates somewhere between ${places(dataset.dataset, [above, upTo])}, and ${why}`;
        const help = between === 0 ? "Measure some rates between them." : "Measure more runs there.";
        return [{ at: { located: dataset.located, path: ["series", index, "x"] }, fact, help }];
      });
    }),
});

export const missingPoints = rule({
  id: "BL25",
  name: "missing-points",
  summary: "Say why a series lacks a point that others have.",
  severity: "warning",
  source: "Hoefler & Belli 2015, rule 2; “Systems benchmarking crimes”",
  check: ({ charts }) => {
    const told = new Set<string>();
    return charts.filter(isGrid).flatMap((chart) => checkPoints(chart, told));
  },
});

/** Whether x was chosen for all series together: moments are not, and functions have sizes of their own. */
function isGrid({ dataset }: LintChart): boolean {
  const { kind } = dataset.dataset.x;
  return kind === "category" || (kind === "number" && isLoadTest(dataset));
}

/** Each series of a dataset is told of once, not once a chart. */
function checkPoints(chart: LintChart, told: Set<string>): Finding[] {
  const { id: metric, stat } = chart.chart.metric;
  const all = seriesOf(chart);
  const hasFigure = (series: (typeof all)[number], x: number): boolean => {
    const index = series.x.indexOf(x);
    return index !== -1 && series.values.get(metric)?.columns.get(stat)?.[index] != null;
  };
  const union = [...new Set(all.flatMap(({ x }) => x))].sort((a, b) => a - b);
  return all.flatMap((series) => {
    const missing = union.filter(
      (x) =>
        !hasFigure(series, x) &&
        all.some((other) => hasFigure(other, x)) &&
        !series.flags.some((flag) => flag.x === x && (flag.metric ?? metric) === metric),
    );
    const key = `${chart.dataset.dataset.name} ${series.id}`;
    // Sweeps on grids of their own share no x; then no point is missing.
    if (missing.length === 0 || told.has(key) || !union.some((x) => hasFigure(series, x) && sharedBy(all, x)))
      return [];
    told.add(key);
    const at: Spot = { located: chart.dataset.located, path: ["series", indexIn(chart, series.id), "x"] };
    const fact = `"${series.id}" has no ${metricOf(chart).label.toLowerCase()} at ${places(chart.dataset.dataset, missing)}: crashed, skipped or lost?`;
    return [{ at, fact, help: "Write the points with null and a flag with a note, or measure them." }];
  });
}

function sharedBy(all: readonly { readonly x: readonly number[] }[], x: number): boolean {
  return all.filter((series) => series.x.includes(x)).length > 1;
}

function indexIn({ dataset }: LintChart, id: string): number {
  return dataset.dataset.series.findIndex((one) => one.id === id);
}

export const subset = rule({
  id: "BL44",
  name: "subset-without-reason",
  summary: "Show all series that were measured, or say why not.",
  severity: "warning",
  source: "Hoefler & Belli 2015, rule 2; SIGPLAN checklist, “unjustified use of benchmarks”",
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const shown = new Set(shownSeries(article, dataset));
      const hidden = dataset.dataset.series.filter((series) => !shown.has(series));
      if (hidden.length === 0 || shown.size === 0 || (article.bench?.subsetReason ?? null) !== null) return [];
      const index = dataset.dataset.series.indexOf(hidden[0]!);
      const fact = `no chart of this post shows ${list(hidden.map(({ id }) => `"${id}"`))} of "${dataset.dataset.name}"`;
      const help = "Show them, or say why not: bench: {subset_reason: …}.";
      return [{ at: { located: dataset.located, path: ["series", index] }, fact, help }];
    }),
});
