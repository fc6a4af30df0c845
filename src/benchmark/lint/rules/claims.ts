import { checkClaim } from "../../claim/check.ts";
import type { Claim } from "../../claim/claim.ts";
import { type Interval, ratioInterval } from "../../interval.ts";
import { summaryAt } from "../../insights/replicates.ts";
import type { LintArticle } from "../article.ts";
import { declared, metricOf } from "../facts.ts";
import { formatNumber } from "../../number.ts";
import { proseIn, proseOf } from "../prose.ts";
import { type Finding, rule } from "../rule.ts";
import type { Spot } from "../spot.ts";
import { isRatio } from "./averages.ts";
import { isEnglish } from "./summary.ts";

export const claimInNoise = rule({
  id: "BL20",
  name: "claim-inside-noise",
  summary: "Claim only differences that exceed the noise.",
  severity: "error",
  source:
    "Hoefler & Belli 2015, rule 7; Kalibera & Jones 2013, sections 4 and 10; SIGPLAN checklist, “treating noise as signal”",
  check: (article) =>
    claimsOf(article).flatMap((claim) => {
      const objection = checkClaim(
        claim,
        article.datasets.map(({ dataset }) => dataset),
      );
      if (objection === null) return [];
      const path = [...claim.path, ...(objection.field === null ? [] : [objection.field])];
      return [{ at: { located: article.head, path }, fact: objection.fact, help: objection.help }];
    }),
});

export const precision = rule({
  id: "BL43",
  name: "too-many-digits",
  summary: "Print no digit that the noise drowns.",
  severity: "warning",
  source: "SIGPLAN checklist, “inappropriate level of precision”",
  /** The last digit may be this share of the half-width of the interval. */
  thresholds: { share: 0.1 },
  check: (article, { share }) =>
    claimsOf(article).flatMap((claim) => {
      const interval = claim.factor === null ? null : intervalOf(article, claim);
      if (claim.factor === null || !interval || interval.high <= interval.low) return [];
      const half = (interval.high - interval.low) / 2;
      const decimals = (/\.(\d+)$/.exec(String(claim.factor))?.[1] ?? "").length;
      if (decimals === 0 || 10 ** -decimals >= share * half) return [];
      const enough = Math.max(0, Math.ceil(-Math.log10(share * half)) - 1);
      const fact = `the factor ${claim.factor} has more digits than its interval, ${formatNumber(interval.low)} to ${formatNumber(interval.high)}, lets stand`;
      const help = `Write ${claim.factor.toFixed(enough)}, in the text too.`;
      return [{ at: { located: article.head, path: [...claim.path, "factor"] }, fact, help }];
    }),
});

function claimsOf({ bench }: LintArticle): readonly Claim[] {
  return bench?.claims ?? [];
}

/** The interval of a claimed factor, the larger over the smaller, where a claim is about one x. */
function intervalOf({ datasets }: LintArticle, { metric, a, b, at, data }: Claim): Interval | null {
  for (const { dataset } of datasets) {
    if (data !== null && dataset.name !== data) continue;
    const x = typeof at === "number" ? at : dataset.x.categories.indexOf(at);
    const [one, other] = [a, b].map((id) => {
      const series = dataset.series.find((each) => each.id === id);
      const statistics = series?.values.get(metric);
      const index = series?.x.indexOf(x) ?? -1;
      return statistics && index >= 0 ? summaryAt(statistics, index) : null;
    });
    const interval = one && other ? ratioInterval(one, other) : null;
    if (interval) return interval.high >= 1 ? interval : { low: 1 / interval.high, high: 1 / interval.low };
  }
  return null;
}

export const ratioAlone = rule({
  id: "BL18",
  name: "ratio-without-base",
  summary: "Give no ratio without its base and its absolute figures.",
  severity: "error",
  source: "Hoefler & Belli 2015, rule 1; “Systems benchmarking crimes”; rust-lang/rustc-perf#998",
  check: (article) => [...untiedWords(article), ...chartsOfRatios(article)],
});

const better =
  "faster|slower|quicker|more|less|fewer|higher|lower|better|worse|longer|shorter|larger|smaller|cheaper|as (?:fast|slow|quick|many|much|high|low|long|large)";
const comparison = new RegExp(
  String.raw`(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]*(x|×|times|-fold|fold|%|percent)\s+(?:\w+\s+)?(?:${better})\b`,
  "giu",
);

function untiedWords(article: LintArticle): Finding[] {
  if (!isEnglish(article) || article.datasets.length === 0) return [];
  const { title, summary, head, source, bodyOffset } = article;
  const pieces: readonly { readonly text: string; at(index: number): Spot }[] = [
    { text: proseIn(title), at: () => ({ located: head, path: ["title"] }) },
    { text: proseIn(summary), at: () => ({ located: head, path: ["summary"] }) },
    { text: proseOf(source, bodyOffset), at: (index) => ({ source, offset: index }) },
  ];
  return pieces.flatMap(({ text, at }) =>
    [...text.matchAll(comparison)].flatMap((match) => {
      const [words, figure = "", kind = ""] = match;
      if (isTied(article, Number(figure.replace(",", ".")), kind, words)) return [];
      const fact = `"${words.replace(/\s+/g, " ")}" than what, where, and in absolute figures?`;
      const help = "Add it to bench.claims: {metric: …, a: …, b: …, at: …, says: greater, factor: …}.";
      return [{ at: at(match.index), fact, help }];
    }),
  );
}

/** Whether some claim has the factor that words speak of. "50 % more" is 1.5 times, "50 % less" half: the other way round, 2. */
function isTied(article: LintArticle, figure: number, kind: string, words: string): boolean {
  const share = /%|percent/i.test(kind);
  const less = /less|fewer|lower|slower|worse|shorter|smaller|cheaper/i.test(words);
  const factors = share ? [1 + figure / 100, ...(less && figure < 100 ? [1 / (1 - figure / 100)] : [])] : [figure];
  const close = (factor: number): boolean => factors.some((one) => Math.abs(one / factor - 1) < 0.02);
  return claimsOf(article).some(({ factor }) => factor !== null && close(factor));
}

/** A chart of ratios, where nothing on the page says of how much. */
function chartsOfRatios({ charts }: LintArticle): Finding[] {
  return charts
    .filter((chart) => isRatio(metricOf(chart)))
    .flatMap((chart) => {
      const absolute = charts.some((other) => other.dataset === chart.dataset && metricOf(other).unit !== "1");
      const { id } = chart.chart;
      if (absolute) return [];
      const fact = `chart "${id}" shows ratios, and no chart shows of how much`;
      return [{ at: chart.at(["metric"]), fact, help: "Add a chart of the absolute figures." }];
    });
}

export const manyComparisons = rule({
  id: "BL49",
  name: "many-comparisons",
  summary: "Correct for many comparisons, or claim few.",
  severity: "warning",
  source: "benchstat, on multiple testing",
  thresholds: { most: 5 },
  check: (article, { most }) => {
    const claims = claimsOf(article).length;
    const corrected = article.datasets.some(({ method }) => method.sampling.correction !== null);
    if (claims <= most || corrected) return [];
    const chance = Math.round(100 * (1 - 0.95 ** claims));
    const fact = `${claims} claims at 95 % each: with ${chance} % one of them is chance`;
    const help = "Claim less, or name the correction that the intervals have: sampling: {correction: bonferroni}.";
    return [{ at: declared(article, "claims"), fact, help }];
  },
});
