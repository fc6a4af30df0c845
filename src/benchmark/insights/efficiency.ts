import type { Dataset } from "../dataset.ts";
import { formatNumber, thinSpace } from "../number.ts";
import type { Insight } from "./insight.ts";
import { figureAt } from "./replicates.ts";
import { sustainedPeaks } from "./sustained-peak.ts";
import { placeWords } from "./words.ts";

export type Efficiency = Insight<"efficiency", { readonly x: number; readonly secondsPerRequest: number }>;

/** Processor time of the server for each good reply at its sustained peak, from how busy it kept a core. */
export function efficiencies(dataset: Dataset): Efficiency[] {
  const [metric] = [...dataset.metrics.values()].filter(
    ({ unit, denominator }) => unit === "1" && denominator === "one core",
  );
  if (!metric) return [];
  return sustainedPeaks(dataset).flatMap(({ series: [id], data: { rate, delivered } }) => {
    const series = dataset.series.find((one) => one.id === id)!;
    const statistics = series.values.get(metric.id);
    const busy = statistics ? figureAt(statistics, series.x.indexOf(rate)) : null;
    if (busy === null || busy <= 0 || delivered <= 0) return [];
    const secondsPerRequest = busy / delivered;
    const cost = `${formatNumber(1000 * secondsPerRequest, { significant: 2 })}${thinSpace}CPU-seconds`;
    const at = placeWords(dataset, rate);
    return {
      name: "efficiency",
      metric: metric.id,
      series: [series.id],
      data: { x: rate, secondsPerRequest },
      sentence: `${series.label}: ${cost} per 1${thinSpace}000 requests at ${at}.`,
      clause: {
        lead: `Processor time per 1${thinSpace}000 requests at the sustained peak`,
        item: `${series.label} ${cost}`,
      },
    };
  });
}
