import type { Dataset, Metric, Series } from "../dataset.ts";
import { differenceInterval } from "../interval.ts";
import type { Insight } from "./insight.ts";
import { meetings, pairsWith } from "./replicates.ts";
import { placeWords } from "./words.ts";

export type Crossover = Insight<
  "crossover",
  {
    readonly last: number;
    readonly first: number;
    /** The series with the better figures up to `last`. */ readonly before: string;
  }
>;

/**
 * Where two servers change places: the last x at which one is better and the first at which the other is, both beyond the
 * noise. Silent unless they change exactly once. Intervals are at 1 − 0.05/points (Bonferroni), as every x is asked.
 */
export function crossovers(dataset: Dataset): Crossover[] {
  if (dataset.x.kind === "category") return [];
  return [...dataset.metrics.values()].flatMap((metric) => {
    const { id, label, better } = metric;
    if (better === null) return [];
    return pairsWith(dataset, id).flatMap(([a, b]) => {
      const signs = significantSigns(a, b, metric);
      const changes = signs.flatMap(({ sign }, index) => (index > 0 && sign !== signs[index - 1]!.sign ? index : []));
      const [change] = changes;
      if (change === undefined || changes.length > 1) return [];
      const before = signs[change - 1]!;
      const aBefore = before.sign > 0 === (better === "higher");
      const [one, other] = aBefore ? [a, b] : [b, a];
      const first = signs[change]!.x;
      return {
        name: "crossover",
        metric: id,
        series: [a.id, b.id],
        data: { last: before.x, first, before: one.id },
        sentence: `${label}: up to ${placeWords(dataset, before.x)} ${one.label} is ${better}; from ${placeWords(dataset, first)} ${other.label}.`,
      };
    });
  });
}

/** The x at which a and b differ beyond the noise, with the sign of a − b. */
function significantSigns(a: Series, b: Series, metric: Metric): { readonly x: number; readonly sign: 1 | -1 }[] {
  const common = meetings(a, b, metric);
  return common.flatMap(({ x, a: left, b: right }) => {
    const interval = differenceInterval(left, right, 1 - 0.05 / common.length);
    if (!interval || (interval.low <= 0 && interval.high >= 0)) return [];
    return { x, sign: interval.low > 0 ? 1 : -1 };
  });
}
