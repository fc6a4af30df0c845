import type { Dataset } from "../dataset.ts";
import { formatNumber } from "../number.ts";
import type { Insight } from "./insight.ts";
import { percentileAt } from "./percentile.ts";
import { sustainedPeaks } from "./sustained-peak.ts";
import { placeWords } from "./words.ts";

export type TailRatio = Insight<"tail-ratio", { readonly x: number; readonly ratio: number }>;

/** How many times the median one request in a hundred takes, at the sustained peak. */
export function tailRatios(dataset: Dataset): TailRatio[] {
  if (!dataset.metrics.has("latency")) return [];
  return sustainedPeaks(dataset).flatMap(({ series: [id], data: { rate } }) => {
    const series = dataset.series.find((one) => one.id === id)!;
    const index = series.x.indexOf(rate);
    const tail = percentileAt(dataset, series, { id: "latency" }, "p99", index);
    const columns = series.values.get("latency")?.columns;
    const middle = columns?.get("p50")?.[index] ?? columns?.get("median")?.[index] ?? null;
    if (tail === null || middle === null || middle <= 0) return [];
    const ratio = tail / middle;
    const times = `${formatNumber(ratio, { significant: 2 })} times the median`;
    const at = placeWords(dataset, rate);
    return {
      name: "tail-ratio",
      metric: "latency",
      stat: "p99",
      series: [series.id],
      data: { x: rate, ratio },
      sentence: `${series.label}: at ${at} one request in a hundred takes ${times} or longer.`,
      clause: { lead: "One request in a hundred takes", item: `${series.label} ${times} or longer at ${at}` },
    };
  });
}
