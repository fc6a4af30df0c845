import type { Column, Dataset, Metric, Series, Statistics } from "../../benchmark/dataset.ts";
import { ratioInterval, type Summary } from "../../benchmark/interval.ts";

/**
 * The same dataset with one metric as multiples of a base series, point by point: `value`, and `ci_low` and `ci_high` where
 * both sides have a mean, a stdev and a count (95 %, on the logarithm, see `ratioInterval`). A point has a multiple only where
 * the base was measured at exactly the same x and is above 0; nothing is made up between two points.
 */
export function toMultiples(dataset: Dataset, metric: Metric, stat: string, base: Series): Dataset {
  const multiple: Metric = {
    ...metric,
    label: `${metric.label}, multiple of ${base.label}`,
    unit: "1",
    display: "×",
    denominator: base.label,
  };
  const series = dataset.series.flatMap((one): Series[] => {
    const own = one.values.get(metric.id);
    if (own === undefined) return [];
    return [{ ...one, values: new Map([[metric.id, divide(own, one, stat, base.values.get(metric.id), base)]]) }];
  });
  return { ...dataset, metrics: new Map([[metric.id, multiple]]), series };
}

function divide(own: Statistics, one: Series, stat: string, under: Statistics | undefined, base: Series): Statistics {
  const places = new Map(base.x.map((x, index) => [x, index]));
  const at = one.x.map((x) => places.get(x) ?? -1);
  const value: Column = at.map((index, i) => {
    const [above, below] = [own.columns.get(stat)?.[i] ?? null, under?.columns.get(stat)?.[index] ?? null];
    return above === null || below === null || above <= 0 || below <= 0 ? null : above / below;
  });
  // The base is 1 by definition; an interval of a figure over itself would pretend to know something.
  const intervals = at.map((index, i) => {
    if (stat !== "mean" || one.id === base.id || under === undefined) return null;
    const [above, below] = [summaryAt(own, i), summaryAt(under, index)];
    return above === null || below === null ? null : ratioInterval(above, below);
  });
  const known = intervals.some((interval) => interval !== null);
  return {
    columns: new Map<string, Column>([
      ["value", value],
      ...(known
        ? ([
            ["ci_low", intervals.map((interval) => interval?.low ?? null)],
            ["ci_high", intervals.map((interval) => interval?.high ?? null)],
          ] as const)
        : []),
    ]),
    nOf: own.nOf,
    stdevKind: null,
    ci: known ? { level: 0.95, method: "Welch's, on the logarithm of the ratio" } : null,
    runs: null,
    histograms: null,
  };
}

function summaryAt({ columns }: Statistics, index: number): Summary | null {
  const [mean, stdev, n] = ["mean", "stdev", "n"].map((name) => columns.get(name)?.[index] ?? null);
  return mean == null || stdev == null || n == null ? null : { mean, stdev, n };
}
