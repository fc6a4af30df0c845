import type { Dataset, Series } from "../../benchmark/dataset.ts";
import type { ChartSpec } from "../spec.ts";

/** The dataset as a chart over it counts: times as they are, or in seconds since the start of the run. */
export function counted(dataset: Dataset, { x: axis }: ChartSpec): Dataset {
  if (axis?.origin !== "start" || dataset.x.kind !== "time") return dataset;
  const x = { ...dataset.x, kind: "number", label: "Time since the start", unit: "s", display: null } as const;
  const starts = startsOf(dataset.series);
  return { ...dataset, x, series: dataset.series.map((one) => sinceStart(one, starts.get(one) ?? 0)) };
}

/** When the run of each series began: series whose times overlap are of one run, others of runs one after the other. */
function startsOf(series: readonly Series[]): ReadonlyMap<Series, number> {
  const starts = new Map<Series, number>();
  let [start, end] = [0, -Infinity];
  const measured = series.filter(({ x }) => x.length > 0);
  for (const one of measured.sort((a, b) => a.x[0]! - b.x[0]!)) {
    if (one.x[0]! > end) start = one.x[0]!;
    end = Math.max(end, one.x.at(-1)!);
    starts.set(one, start);
  }
  return starts;
}

function sinceStart(series: Series, start: number): Series {
  // Seconds since 1970 hold no more than microseconds exactly.
  const since = (x: number): number => Number((x - start).toFixed(6));
  return { ...series, x: series.x.map(since), flags: series.flags.map((flag) => ({ ...flag, x: since(flag.x) })) };
}
