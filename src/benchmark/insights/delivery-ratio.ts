import type { Dataset } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { sweepsOf } from "./sweep.ts";
import { percent, placeWords } from "./words.ts";

export type DeliveryRatio = Insight<
  "delivery-ratio",
  readonly { readonly rate: number; readonly ratio: number; readonly upper: number | null }[]
>;

/** How much of what was demanded each server delivered, at every rate; the sentence is about the highest. */
export function deliveryRatios(dataset: Dataset): DeliveryRatio[] {
  return sweepsOf(dataset).map(({ series, metric, points }) => {
    const { rate, ratio } = points.at(-1)!;
    return {
      name: "delivery-ratio",
      metric,
      series: [series.id],
      data: points.map((point) => ({ rate: point.rate, ratio: point.ratio, upper: point.upper })),
      sentence: `At ${placeWords(dataset, rate)} ${series.label} delivered ${percent(ratio)} of the demand.`,
      clause: { lead: `Delivered of ${placeWords(dataset, rate)}`, item: `${series.label} ${percent(ratio)}` },
    };
  });
}
