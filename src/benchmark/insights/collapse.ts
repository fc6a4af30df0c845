import type { Dataset } from "../dataset.ts";
import { meanInterval } from "../interval.ts";
import type { Insight } from "./insight.ts";
import { summaryAt } from "./replicates.ts";
import { sweepsOf } from "./sweep.ts";
import { percent, placeWords } from "./words.ts";

export type Collapse = Insight<
  "collapse",
  { readonly peakRate: number; readonly lastRate: number; readonly fall: number }
>;

/**
 * A server that delivers less the more is demanded: at the highest rate at least 5 % less than at its peak, with intervals
 * apart. The peak is the best of all points, so the intervals are at 1 − 0.05/points (Bonferroni).
 */
export function collapses(dataset: Dataset): Collapse[] {
  return sweepsOf(dataset).flatMap(({ series, metric, statistics, points }) => {
    const last = points.at(-1)!;
    const peak = points.reduce((best, point) => (point.delivered > best.delivered ? point : best));
    const fall = 1 - last.delivered / peak.delivered;
    const level = 1 - 0.05 / points.length;
    const [top, end] = [peak, last].map(({ index }) => {
      const runs = summaryAt(statistics, index);
      return runs && meanInterval(runs, level);
    });
    if (!(fall > 0.05) || !top || !end || end.high >= top.low) return [];
    const beyond = placeWords(dataset, peak.rate);
    return {
      name: "collapse",
      metric,
      series: [series.id],
      data: { peakRate: peak.rate, lastRate: last.rate, fall },
      sentence: `Beyond ${beyond} ${series.label} falls by ${percent(fall, { significant: 2 })}: it collapses under overload.`,
      clause: {
        lead: "Collapse under overload",
        item: `${series.label} by ${percent(fall, { significant: 2 })} beyond ${beyond}`,
      },
    };
  });
}
