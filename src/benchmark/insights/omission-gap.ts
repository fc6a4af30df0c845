import type { Dataset, Metric } from "../dataset.ts";
import { formatNumber, formatValue } from "../number.ts";
import { displayUnit } from "../unit.ts";
import type { Insight } from "./insight.ts";
import { percentileAt } from "./percentile.ts";
import { placeWords } from "./words.ts";

export type OmissionGap = Insight<
  "omission-gap",
  { readonly x: number; readonly planned: number; readonly sent: number }
>;

const stat = "p99";

/**
 * What coordinated omission would have hidden: the 99th percentile counted from the planned start of each request (`latency`)
 * beside the same counted from its actual send (`latency_sent`), where both were recorded. At the x where they are furthest
 * apart, and only where that is more than a fifth.
 */
export function omissionGaps(dataset: Dataset): OmissionGap[] {
  const planned = dataset.metrics.get("latency");
  const sent = dataset.metrics.get("latency_sent");
  if (!planned || !sent || planned.unit !== "s" || sent.unit !== "s") return [];
  return dataset.series.flatMap((series) => {
    const gaps = series.x.flatMap((x, index) => {
      const [late, early] = [planned, sent].map((metric) => percentileAt(dataset, series, metric, stat, index));
      return late == null || early == null || early <= 0 ? [] : [{ x, planned: late, sent: early }];
    });
    const [first, ...rest] = gaps;
    if (!first) return [];
    const widest = rest.reduce((most, gap) => (gap.planned / gap.sent > most.planned / most.sent ? gap : most), first);
    if (widest.planned / widest.sent < 1.2) return [];
    const said = (value: number): string => read(planned, value);
    const times = formatNumber(widest.planned / widest.sent, { significant: 2 });
    return {
      name: "omission-gap",
      metric: "latency",
      stat,
      series: [series.id],
      data: widest,
      sentence: `${series.label}, ${placeWords(dataset, widest.x)}: counted from the actual send, ${stat} would read ${said(widest.sent)} instead of ${said(widest.planned)}, ${times} times as much.`,
    };
  });
}

function read({ unit, display }: Metric, value: number): string {
  return formatValue(value, displayUnit(unit, display)!);
}
