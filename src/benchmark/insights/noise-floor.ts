import type { Dataset, Metric } from "../dataset.ts";
import { median } from "../statistics.ts";
import type { Insight } from "./insight.ts";
import { summaryAt } from "./replicates.ts";
import { isSound } from "./sound.ts";
import { percent, placeWords } from "./words.ts";

export type NoiseFloor = Insight<
  "noise-floor",
  {
    readonly median: number;
    readonly worst: number;
    readonly worstSeries: string;
    readonly worstX: number;
    readonly points: number;
  }
>;

/**
 * How much a metric varies from run to run (coefficient of variation), over all points with three runs or more. Not of
 * ratios: beside a share of errors near 0 the variation of one error is a hundred percent and says nothing.
 */
export function noiseFloors(dataset: Dataset): NoiseFloor[] {
  const quantities = [...dataset.metrics.values()].filter(({ unit }) => unit !== "1");
  return quantities.flatMap((metric) => noiseOf(dataset, metric) ?? []);
}

function noiseOf(dataset: Dataset, metric: Metric): NoiseFloor | null {
  const points = dataset.series.flatMap((series) => {
    const statistics = series.values.get(metric.id);
    if (!statistics) return [];
    return series.x.flatMap((x, index) => {
      const runs = summaryAt(statistics, index);
      return runs && runs.n >= 3 && runs.mean > 0 && isSound(series, metric, x)
        ? { series, x, variation: runs.stdev / runs.mean }
        : [];
    });
  });
  const [first, ...rest] = points;
  const middle = median(points.map(({ variation }) => variation));
  if (!first || middle === null) return null;
  const worst = rest.reduce((most, point) => (point.variation > most.variation ? point : most), first);
  const figures = [middle, worst.variation].map((variation) => percent(variation, { significant: 2 }));
  return {
    name: "noise-floor",
    metric: metric.id,
    series: [...new Set(points.map(({ series }) => series.id))],
    data: {
      median: middle,
      worst: worst.variation,
      worstSeries: worst.series.id,
      worstX: worst.x,
      points: points.length,
    },
    sentence: `${metric.label}: run-to-run variation is ${figures[0]} in the median, ${figures[1]} at worst (${worst.series.label}, ${placeWords(dataset, worst.x)}).`,
  };
}
