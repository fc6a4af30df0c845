import type { Dataset, Metric, Series } from "../dataset.ts";
import { differenceTest } from "../interval.ts";
import type { Insight } from "./insight.ts";
import { meetings, pairsWith } from "./replicates.ts";

export type Dominance = Insight<"dominance", { readonly better: string; readonly points: number }>;

/**
 * One server is better than another at every x that both have, each time beyond the noise; at least three of them. As all
 * must hold, each test needs no correction for their number (Berger, "Multiparameter hypothesis testing and acceptance
 * sampling", 1982: intersection-union tests).
 */
export function dominances(dataset: Dataset): Dominance[] {
  return [...dataset.metrics.values()].flatMap((metric) => {
    const { id, label, better } = metric;
    return pairsWith(dataset, id).flatMap(([a, b]) => {
      const winner = dominant(a, b, metric);
      if (winner === null) return [];
      const other = winner === a ? b : a;
      const points = meetings(a, b, metric).length;
      const every = dataset.x.kind === "category" ? "in every category" : "at every tested point";
      const at = points === shared(a, b) ? every : `at all ${points} points that can be compared`;
      return {
        name: "dominance",
        metric: id,
        series: [a.id, b.id],
        data: { better: winner.id, points },
        sentence: `${label}: ${at} ${winner.label} is ${better} than ${other.label}.`,
      };
    });
  });
}

/** At how many x both were measured. */
export function shared(a: Series, b: Series): number {
  const places = new Set(b.x);
  return a.x.filter((x) => places.has(x)).length;
}

/** The series that is better wherever both were measured; null where none is. */
export function dominant(a: Series, b: Series, metric: Metric): Series | null {
  if (metric.better === null) return null;
  const common = meetings(a, b, metric);
  const tests = common.map((meeting) => differenceTest(meeting.a, meeting.b));
  const signs = new Set(tests.map((test) => (test && test.p < 0.05 ? test.sign : 0)));
  const [sign] = signs;
  if (common.length < 3 || signs.size > 1 || !sign) return null;
  return sign > 0 === (metric.better === "higher") ? a : b;
}
