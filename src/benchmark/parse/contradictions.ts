import { type Written, warn, entry } from "../../source/faults.ts";
import type { Column, Statistics } from "../dataset.ts";
import { percentileOf } from "../statistic-names.ts";

/**
 * Warns where figures of one point cannot all be right: min ≤ p50 ≤ p99 ≤ max, min ≤ mean ≤ max,
 * ci_low ≤ mean ≤ ci_high. One warning for each pair of columns, at the first such point.
 */
export function warnContradictions(at: Written, { columns }: Statistics): void {
  const ladder = [...columns.keys()].flatMap((name) => rank(name) ?? []).toSorted((a, b) => a.rank - b.rank);
  for (let i = 1; i < ladder.length; i++) warnIfAbove(at, columns, ladder[i - 1]!.name, ladder[i]!.name);
  const centre = ["mean", "value", "median"].find((name) => columns.has(name));
  const pairs = [
    ["min", "mean"],
    ["mean", "max"],
    ["ci_low", "ci_high"],
    ["ci_low", centre],
    [centre, "ci_high"],
  ];
  for (const [low, high] of pairs) if (low !== undefined && high !== undefined) warnIfAbove(at, columns, low, high);
}

/** Place in the order of quantiles: min is 0, the median 50, max 100. */
function rank(name: string): { readonly name: string; readonly rank: number } | null {
  const percentile = name === "min" ? 0 : name === "median" ? 50 : name === "max" ? 100 : percentileOf(name);
  return percentile === null ? null : { name, rank: percentile };
}

function warnIfAbove(at: Written, columns: ReadonlyMap<string, Column>, low: string, high: string): void {
  const lower = columns.get(low);
  const upper = columns.get(high);
  if (!lower || !upper) return;
  const points: number[] = [];
  for (let i = 0; i < lower.length; i++) {
    const [a, b] = [lower[i], upper[i]];
    if (a != null && b != null && a > b && !nearlyEqual(a, b)) points.push(i);
  }
  const [first] = points;
  if (first === undefined) return;
  const more = points.length > 1 ? `, and at ${points.length - 1} more` : "";
  const fact = `${low} (${lower[first]}) is above ${high} (${upper[first]}) at this point${more}`;
  warn(
    entry(entry(at, low, lower), first, lower[first]),
    "stat-order",
    fact,
    "One of the two is wrong. Were columns swapped or averaged?",
  );
}

/** Different roundings of one figure are no contradiction. */
function nearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
