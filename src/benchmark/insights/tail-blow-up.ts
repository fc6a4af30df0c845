import type { Dataset, Series } from "../dataset.ts";
import { median } from "../statistics.ts";
import type { Insight } from "./insight.ts";
import { percentileAt } from "./percentile.ts";
import { saturations } from "./saturation.ts";
import { bracketWords } from "./words.ts";

export type TailBlowUp = Insight<
  "tail-blow-up",
  { readonly above: number; readonly upTo: number; readonly base: number; readonly beforeSaturation: boolean }
>;

const stat = "p99";
const factor = 3;

/**
 * Between which rates the 99th percentile of the response time becomes three times what it is under little load, and stays
 * there. Little load is up to half of the rate at which the server saturates, which must be known, with three points or more.
 */
export function tailBlowUps(dataset: Dataset): TailBlowUp[] {
  const metric = dataset.metrics.get("latency");
  if (!metric) return [];
  return saturations(dataset).flatMap(({ series: [id], data }) => {
    const series = dataset.series.find((one) => one.id === id)!;
    const bound = data.above;
    return bound === null ? [] : (blowUp(dataset, series, bound) ?? []);
  });
}

function blowUp(dataset: Dataset, series: Series, saturation: number): TailBlowUp | null {
  const points = series.x.flatMap((x, index) => {
    const tail = percentileAt(dataset, series, { id: "latency" }, stat, index);
    return tail === null ? [] : [{ x, tail }];
  });
  const light = points.filter(({ x }) => x <= 0.5 * saturation);
  const base = median(light.map(({ tail }) => tail));
  if (light.length < 3 || base === null || base <= 0) return null;
  const from = points.findLastIndex(({ tail }) => tail < factor * base) + 1;
  const [before, first] = [points[from - 1], points[from]];
  if (!before || !first) return null;
  const beforeSaturation = first.x <= saturation;
  const bracket = bracketWords(dataset, before.x, first.x);
  const sentence = `${series.label}: ${stat} triples ${bracket}${beforeSaturation ? ", before saturation" : ""}.`;
  return {
    name: "tail-blow-up",
    metric: "latency",
    stat,
    series: [series.id],
    data: { above: before.x, upTo: first.x, base, beforeSaturation },
    sentence,
    clause: {
      lead: `${stat} becomes three times that of little load`,
      item: `${series.label} ${bracket}${beforeSaturation ? ", before saturation" : ""}`,
    },
  };
}
