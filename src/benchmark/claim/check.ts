import { nearest } from "../../source/nearest.ts";
import type { Dataset, Metric, Series } from "../dataset.ts";
import { differenceTest, type Interval, ratioInterval, type Summary } from "../interval.ts";
import { formatNumber } from "../number.ts";
import { meetings, summaryAt } from "../insights/replicates.ts";
import { sustainedPeaks } from "../insights/sustained-peak.ts";
import { placeWords } from "../insights/words.ts";
import type { Claim } from "./claim.ts";

/** Why the data do not carry a claim: where in the claim, the fact, and the way out. */
export interface Objection {
  /** Field of the claim; empty for the claim as a whole. */
  readonly field: keyof Claim | null;
  readonly fact: string;
  readonly help: string;
}

/** What is known of both sides at one place. */
interface Sides {
  readonly where: string;
  readonly a: Summary;
  readonly b: Summary;
}

/**
 * Holds a claim against the datasets of its post; null where they carry it. A difference is carried where the 95 % interval of
 * the ratio of means (Welch, on the logarithm) leaves 1 out on the claimed side, and holds the claimed factor; equality where
 * it holds 1. Runs are what varies: one run carries nothing.
 */
export function checkClaim(claim: Claim, datasets: readonly Dataset[]): Objection | null {
  const dataset = datasetOf(claim, datasets);
  if ("fact" in dataset) return dataset;
  const metric = dataset.metrics.get(claim.metric)!;
  const sides: Series[] = [];
  for (const field of ["a", "b"] as const) {
    const having = dataset.series.filter(({ values }) => values.has(metric.id));
    const series = having.find(({ id }) => id === claim[field]);
    const ids = having.map(({ id }) => id);
    if (!series) return unknown(field, `series with ${metric.id}`, claim[field], ids);
    sides.push(series);
  }
  const [a, b] = sides as [Series, Series];
  const places = placesOf(dataset, metric, a, b, claim.at);
  if (!Array.isArray(places)) return places;
  const name = `"${a.id} ${{ greater: ">", less: "<", equal: "=" }[claim.says]} ${b.id}`;
  for (const place of places) {
    const found = objectionAt(claim, place);
    if (found === null) continue;
    const factor = claim.factor === null ? "" : `, factor ${claim.factor}`;
    return {
      field: null,
      fact: `claim ${name} ${place.where}${factor}" is not supported: ${found}`,
      help: "Claim what the interval carries, measure more runs, or leave the claim out, in the text too.",
    };
  }
  return null;
}

/** Why a claim does not hold at one place. */
function objectionAt(claim: Claim, { a, b }: Sides): string | null {
  const interval = ratioInterval(a, b);
  const test = differenceTest(a, b);
  if (test === null) return `nothing says how much the figures vary (n = ${a.n} and ${b.n})`;
  if (interval !== null) {
    const found = `ratio ${short(a.mean / b.mean)}, 95 % interval ${short(interval.low)} to ${short(interval.high)}`;
    return carries(claim, interval) ? null : found;
  }
  // Of figures at 0 there is a difference, but no ratio.
  if (claim.factor !== null) return "where a mean is 0 there is no factor";
  const seen = test.p < 0.05 ? test.sign : 0;
  return seen === { greater: 1, less: -1, equal: 0 }[claim.says]
    ? null
    : `the means are ${short(a.mean)} and ${short(b.mean)}, and chance explains as much with p = ${short(test.p)}`;
}

function carries({ says, factor }: Claim, { low, high }: Interval): boolean {
  if (says === "equal") return low <= 1 && high >= 1;
  const [least, most] = says === "greater" ? [low, high] : [1 / high, 1 / low];
  return least > 1 && (factor === null || (least <= factor && factor <= most));
}

/** The dataset that a claim is about; null where the post has none such. */
export function claimedDataset(claim: Claim, datasets: readonly Dataset[]): Dataset | null {
  const found = datasetOf(claim, datasets);
  return "fact" in found ? null : found;
}

function datasetOf({ data, metric }: Claim, datasets: readonly Dataset[]): Dataset | Objection {
  if (data !== null) {
    const names = datasets.map(({ name }) => name);
    const named = datasets.find(({ name }) => name === data);
    if (!named) return unknown("data", "dataset of this post", data, names);
    return named.metrics.has(metric) ? named : unknown("metric", "metric", metric, [...named.metrics.keys()]);
  }
  const known = datasets.flatMap(({ metrics }) => [...metrics.keys()]);
  return datasets.find(({ metrics }) => metrics.has(metric)) ?? unknown("metric", "metric", metric, known);
}

function placesOf(dataset: Dataset, metric: Metric, a: Series, b: Series, at: Claim["at"]): Sides[] | Objection {
  if (at === "peak") return atPeaks(dataset, metric, a, b);
  if (at === "every") {
    const common = meetings(a, b, metric);
    if (common.length > 0) return common.map((one) => ({ where: `at ${placeWords(dataset, one.x)}`, ...one }));
    return {
      field: "at",
      fact: `${a.id} and ${b.id} have no place in common that can be compared`,
      help: "Say where.",
    };
  }
  const x = typeof at === "number" ? at : dataset.x.categories.indexOf(at);
  const [left, right] = [a, b].map((series) => summaryOf(series, metric, x));
  if (left && right) return [{ where: `at ${placeWords(dataset, x)}`, a: left, b: right }];
  const shared = a.x.filter((place) => b.x.includes(place)).map((place) => plain(dataset, place));
  const fact = `${left ? b.id : a.id} has no repetitions of ${metric.id} at ${at}`;
  const help = `Both were measured at ${shared.length === 0 ? "no place in common" : shared.join(", ")}.`;
  return { field: "at", fact, help };
}

/** Each at its own sustained peak. */
function atPeaks(dataset: Dataset, metric: Metric, a: Series, b: Series): Sides[] | Objection {
  const peaks = sustainedPeaks({ ...dataset, series: [a, b] });
  const [left, right] = [a, b].map((series) => {
    const peak = peaks.find(({ series: [id] }) => id === series.id);
    return peak ? summaryOf(series, metric, peak.data.rate) : null;
  });
  if (left && right) return [{ where: "at their sustained peaks", a: left, b: right }];
  const fact = `no sustained peak of ${left ? b.id : a.id} is known`;
  return { field: "at", fact, help: "Name an x: at: 400. A peak needs demanded rates, errors and an open load." };
}

function summaryOf(series: Series, { id }: Metric, x: number): Summary | null {
  const statistics = series.values.get(id);
  const index = series.x.indexOf(x);
  return statistics && index >= 0 ? summaryAt(statistics, index) : null;
}

function unknown(field: keyof Claim, kind: string, word: string, known: readonly string[]): Objection {
  const meant = nearest(word, known);
  const help = meant === null ? `Known: ${[...new Set(known)].join(", ")}.` : `Did you mean "${meant}"?`;
  return { field, fact: `there is no ${kind} "${word}"`, help };
}

function plain({ x }: Dataset, place: number): string {
  return x.kind === "category" ? (x.categories[place] ?? "") : String(place);
}

function short(ratio: number): string {
  return formatNumber(ratio);
}
