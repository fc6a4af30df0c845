import type { Dataset, Series } from "../../benchmark/dataset.ts";
import type { ChartSpec } from "../spec.ts";

/** The dataset as a chart over it counts: times as they are, or in seconds since the first point of each series. */
export function counted(dataset: Dataset, { x: axis }: ChartSpec): Dataset {
  if (axis?.origin !== "start" || dataset.x.kind !== "time") return dataset;
  const x = { ...dataset.x, kind: "number", label: "Time since the start", unit: "s", display: null } as const;
  return { ...dataset, x, series: dataset.series.map(sinceStart) };
}

function sinceStart(series: Series): Series {
  const [start = 0] = series.x;
  // Times of a tool have milliseconds, which seconds since 1970 cannot hold exactly.
  const since = (x: number): number => Number((x - start).toFixed(6));
  return { ...series, x: series.x.map(since), flags: series.flags.map((flag) => ({ ...flag, x: since(flag.x) })) };
}
