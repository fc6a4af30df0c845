import type { Dataset, Metric, Series } from "../dataset.ts";
import { differenceTest } from "../interval.ts";
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
 * noise. Silent unless they change exactly once.
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

/**
 * The x at which a and b differ beyond the noise, with the sign of a − b. As every x is asked, the chance of any false answer
 * among them is held at 2.5 % (Holm, "A simple sequentially rejective multiple test procedure", 1979): half of
 * the usual, as the same two are asked other questions too.
 */
export function significantSigns(
  a: Series,
  b: Series,
  metric: Metric,
): { readonly x: number; readonly sign: 1 | -1 }[] {
  const tests = meetings(a, b, metric).flatMap((meeting) => {
    const test = differenceTest(meeting.a, meeting.b);
    return test ? [{ x: meeting.x, ...test }] : [];
  });
  const byChance = tests.toSorted((one, other) => one.p - other.p);
  const kept = byChance.findIndex(({ p }, index) => p > 0.025 / (tests.length - index));
  const beyond = new Set(byChance.slice(0, kept === -1 ? tests.length : kept));
  return tests.flatMap((test) => (beyond.has(test) && test.sign !== 0 ? [{ x: test.x, sign: test.sign }] : []));
}
