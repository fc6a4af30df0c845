import type { Statistics } from "../../benchmark/dataset.ts";
import { formatNumber } from "../../benchmark/number.ts";
import { runsOf } from "../decide/points.ts";
import { type Problem, error } from "../decide/problem.ts";
import type { Picked } from "../decide/pick.ts";

/** What was measured one by one at a place: each figure that occurs, ascending, and how often (base units). */
export interface Sample {
  readonly values: readonly number[];
  readonly counts: readonly number[];
  readonly total: number;
  /** What they are: "runs", "requests" …; null where the data do not say. */
  readonly noun: string | null;
  /** Whether the figures are the upper bounds of a tool's buckets rather than single ones. */
  readonly bucketed: boolean;
}

/** Of a row its single runs where they were kept, else its histogram; null where it has neither. */
export function sampleAt(statistics: Statistics, index: number): Sample | null {
  const runs = runsOf(statistics)?.[index] ?? null;
  if (runs !== null) {
    const counts = new Map<number, number>();
    for (const value of runs) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts.keys()].sort((a, b) => a - b);
    const each = values.map((value) => counts.get(value)!);
    return { values, counts: each, total: runs.length, noun: statistics.nOf, bucketed: false };
  }
  const histogram = statistics.histograms?.[index] ?? null;
  if (histogram === null) return null;
  const kept = histogram.counts.flatMap((count, i) => (count > 0 ? [i] : []));
  const counts = kept.map((i) => histogram.counts[i]!);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const noun = statistics.nOf === "runs" ? null : statistics.nOf;
  return total === 0 ? null : { values: kept.map((i) => histogram.values[i]!), counts, total, noun, bucketed: true };
}

/**
 * A quantile of a sample by the inverse of its distribution: the smallest figure that at least a share of all does not exceed
 * (definition 1 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996). It needs no single values.
 */
export function quantileOf({ values, counts, total }: Sample, share: number): number {
  let below = 0;
  const at = counts.findIndex((count) => (below += count) >= share * total - 1e-9);
  return values[at] ?? values.at(-1)!;
}

/** The problem where a metric has no sample at all. */
export function noSample({ metric }: Picked): Problem {
  const help = "Draw another mark, or keep the tool's single values or its histogram.";
  return error("no-sample", ["mark"], `${metric.id} has no single runs and no histogram`, help);
}

/** How many of what a sample has. */
export type Counted = Pick<Sample, "total" | "noun">;

/** Of how many samples are, in a sentence: "n = 10 runs.", or "n = 10 to 20 runs." for several. */
export interface Counts {
  readonly words: string;
  /** The least and the most. */
  readonly ends: readonly [number, number];
}

export function toCounts(samples: readonly Counted[]): Counts {
  const counts = samples.map(({ total }) => total);
  const ends = [Math.min(...counts), Math.max(...counts)] as const;
  const [from, to] = ends.map((count) => formatNumber(count));
  return { words: `n = ${from === to ? from : `${from} to ${to}`}${nounOf(samples, " ")}.`, ends };
}

/** What all samples are made of, behind some words; nothing where they differ or do not say. */
export function nounOf(samples: readonly Counted[], before: string): string {
  const nouns = new Set(samples.map(({ noun }) => noun));
  const [noun] = nouns;
  return nouns.size === 1 && noun != null ? before + noun : "";
}
