import type { Histogram, Statistics } from "../../benchmark/dataset.ts";
import { percentileOf } from "../../benchmark/statistic-names.ts";

/** A figure (base units) that a share of all measured ones does not exceed. */
export interface Quantile {
  /** From 0 up to, and without, 1. */
  readonly share: number;
  readonly value: number;
}

/** More points than a picture has pixels for would only weigh. */
const MOST = 160;

/**
 * The quantiles of one point, ascending: from its histogram where that was kept, else from its percentiles, with the minimum
 * at 0. Those that so few requests cannot carry are left out: above share p a 95 % upper bound needs n ≥ ln 0.05 / ln p
 * (Le Boudec, "Performance Evaluation of Computer and Communication Systems", 2010, on order statistics).
 */
export function quantilesAt(statistics: Statistics, index: number): Quantile[] {
  const histogram = statistics.histograms?.[index] ?? null;
  if (histogram !== null) return fromHistogram(histogram);
  const n = countAt(statistics, index);
  const named = [...statistics.columns].flatMap(([name, column]): Quantile[] => {
    const share = name === "min" ? 0 : name === "median" ? 0.5 : (percentileOf(name) ?? Number.NaN) / 100;
    const value = column[index] ?? null;
    return value === null || !(share >= 0) || share > carried(n ?? Infinity) ? [] : [{ share, value }];
  });
  const shares = new Map(named.map((one) => [one.share, one]));
  return [...shares.values()].sort((a, b) => a.share - b.share);
}

/** Of how many requests the quantiles of a point are; null where that is not known. */
export function countAt(statistics: Statistics, index: number): number | null {
  const histogram = statistics.histograms?.[index] ?? null;
  if (histogram !== null) return histogram.counts.reduce((sum, count) => sum + count, 0);
  return countsRequests(statistics) ? (statistics.columns.get("n")?.[index] ?? null) : null;
}

/** The largest share whose quantile n requests can carry. */
export function carried(n: number): number {
  return n === Infinity ? 1 : 0.05 ** (1 / n);
}

function countsRequests({ nOf }: Statistics): boolean {
  return nOf !== null && ["requests", "replies", "samples", "calls", "iterations"].includes(nOf);
}

function fromHistogram({ values, counts }: Histogram): Quantile[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = carried(total);
  let below = 0;
  const all = values.flatMap((value, i): Quantile[] => {
    if (counts[i] === 0) return [];
    below += counts[i]!;
    const share = below / total;
    return share < 1 && share <= most ? [{ share, value }] : [];
  });
  return thinned(all);
}

/** Evenly spaced where they are drawn: over log 1/(1 − share). The first and the last always stay. */
function thinned(all: readonly Quantile[]): Quantile[] {
  if (all.length <= MOST) return [...all];
  const at = ({ share }: Quantile) => -Math.log10(1 - share);
  const step = (at(all.at(-1)!) - at(all[0]!)) / MOST;
  let next = -Infinity;
  return all.filter((one, i) => {
    if (i < all.length - 1 && at(one) < next) return false;
    next = at(one) + step;
    return true;
  });
}
