import type { Dataset } from "../dataset.ts";
import { differenceInterval } from "../interval.ts";
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
    if (better === null) return [];
    return pairsWith(dataset, id).flatMap(([a, b]) => {
      const common = meetings(a, b, metric);
      const intervals = common.map((meeting) => differenceInterval(meeting.a, meeting.b));
      const above = intervals.every((interval) => interval !== null && interval.low > 0);
      const below = intervals.every((interval) => interval !== null && interval.high < 0);
      if (common.length < 3 || above === below) return [];
      const winner = above === (better === "higher") ? a : b;
      const other = winner === a ? b : a;
      const at = dataset.x.kind === "category" ? "in every category" : "at every tested point";
      return {
        name: "dominance",
        metric: id,
        series: [a.id, b.id],
        data: { better: winner.id, points: common.length },
        sentence: `${label}: ${at} ${winner.label} is ${better} than ${other.label}.`,
      };
    });
  });
}
