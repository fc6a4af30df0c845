import type { Dataset, Metric, Series } from "../dataset.ts";
import { type Interval, ratioInterval, relativeVariance } from "../interval.ts";
import { formatNumber, thinSpace } from "../number.ts";
import { studentQuantile } from "../student.ts";
import { significantSigns } from "./crossover.ts";
import type { Insight } from "./insight.ts";
import { type Meeting, meetings, pairsWith } from "./replicates.ts";
import { percent, placeWords } from "./words.ts";

export type RelativeDifference = Insight<
  "relative-difference",
  { readonly x: number; readonly ratio: number; readonly interval: Interval; readonly n: readonly [number, number] }
>;

const fewest = 6;

/**
 * By how much two servers differ, with a 95 % interval of the ratio of their means; at least six repetitions a side. In a
 * sweep at the highest common rate: an x that the figures do not choose, so that the interval means what it says. A
 * difference that disappears when all points are asked together is not claimed, nor is its contrary.
 */
export function relativeDifferences(dataset: Dataset): RelativeDifference[] {
  return [...dataset.metrics.values()].flatMap((metric) =>
    pairsWith(dataset, metric.id).flatMap(([a, b]) => {
      const common = meetings(a, b, metric);
      const asked = dataset.x.kind === "category" ? common : common.slice(-1);
      const confirmed = new Set(significantSigns(a, b, metric).map(({ x }) => x));
      return asked.flatMap((meeting) => {
        const found = difference(dataset, metric, a, b, meeting);
        const claims = found !== null && !holdsOne(found.data.interval);
        return found === null || (claims && !confirmed.has(meeting.x)) ? [] : found;
      });
    }),
  );
}

function difference(dataset: Dataset, metric: Metric, a: Series, b: Series, at: Meeting): RelativeDifference | null {
  const interval = ratioInterval(at.a, at.b);
  if (!interval || at.a.n < fewest || at.b.n < fewest || !isBaseCertain(at)) return null;
  const ratio = at.a.mean / at.b.mean;
  const n = [at.a.n, at.b.n] as const;
  const repetitions = n[0] === n[1] ? `n = ${n[0]} each` : `n = ${n[0]} and ${n[1]}`;
  const where = `${metric.label} at ${placeWords(dataset, at.x)}`;
  const known = `95 % interval ${range(interval)}, ${repetitions}`;
  const sentence = holdsOne(interval)
    ? `${where}: no difference between ${a.label} and ${b.label} larger than the noise (${known}).`
    : `${where}: ${a.label} is ${ratio > 1 ? "higher" : "lower"} by ${percent(Math.abs(ratio - 1))} than ${b.label} (${known}).`;
  return {
    name: "relative-difference",
    metric: metric.id,
    series: [a.id, b.id],
    data: { x: at.x, ratio, interval, n },
    sentence,
  };
}

function holdsOne({ low, high }: Interval): boolean {
  return low <= 1 && high >= 1;
}

/**
 * Fieller's condition: the mean that is divided by must be surely away from 0 (q < 1), or no finite interval of the ratio
 * exists ("Some problems in interval estimation", 1954).
 */
function isBaseCertain({ b }: Meeting): boolean {
  return studentQuantile(0.975, b.n - 1) ** 2 * relativeVariance(b) < 1;
}

function signed(ratio: number): string {
  return `${ratio > 1 ? "+" : ""}${formatNumber((ratio - 1) * 100)}`;
}

/** `+16.5 to +18.7 %`. */
function range({ low, high }: Interval): string {
  return `${signed(low)} to ${signed(high)}${thinSpace}%`;
}
