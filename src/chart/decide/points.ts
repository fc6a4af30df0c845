import type { Metric, Series, Statistics, XAxis } from "../../benchmark/dataset.ts";
import type { Unit } from "../../benchmark/unit.ts";
import type { ChartSeries, SeriesStyle } from "../chart.ts";
import type { SpreadName } from "../spec.ts";
import { shown } from "./shown.ts";
import { between, edges } from "./spread.ts";

export interface PointsOptions {
  readonly metric: Metric;
  readonly stat: string;
  readonly spread: SpreadName;
  /** The columns at which the whiskers of boxes end. */
  readonly outer: readonly [string, string] | null;
  readonly withRuns: boolean;
  readonly xUnit: Unit;
  readonly yUnit: Unit;
  readonly style: SeriesStyle;
}

/** A series as it is drawn: one statistic of one metric, in the units that people read. */
export function toPoints(series: Series, axis: XAxis, options: PointsOptions): ChartSeries {
  const { metric, stat, spread, outer, withRuns, xUnit, yUnit, style } = options;
  const statistics = series.values.get(metric.id);
  const column = statistics?.columns.get(stat) ?? series.x.map(() => null);
  const toShown = (value: number | null) => (value === null ? null : shown(value, yUnit));
  const band = statistics ? edges(statistics, stat, spread) : null;
  const ends = statistics && outer ? between(statistics, column, outer) : null;
  return {
    id: series.id,
    label: series.label,
    style,
    x: axis.kind === "number" ? series.x.map((x) => shown(x, xUnit)) : series.x,
    y: column.map(toShown),
    low: band?.low.map(toShown) ?? null,
    high: band?.high.map(toShown) ?? null,
    outer: ends && { low: ends.low.map(toShown), high: ends.high.map(toShown) },
    runs:
      withRuns && statistics
        ? (runsOf(statistics)?.map((run) => run && run.map((value) => shown(value, yUnit))) ?? null)
        : null,
    failed: failures(series, metric),
    thinned: null,
  };
}

/** The single values behind each point without those that are missing; null where none were kept. */
export function runsOf({ runs }: Statistics): (readonly number[] | null)[] | null {
  if (runs === null) return null;
  const all = runs.map((values) => {
    const measured = values?.filter((value) => value !== null) ?? [];
    return measured.length === 0 ? null : measured;
  });
  return all.some((one) => one !== null) ? all : null;
}

/** Rates and times say little where requests fail: what share of them did, at each point. */
function failures({ values }: Series, { unit }: Metric): ChartSeries["failed"] {
  if (unit !== "s" && unit !== "1/s") return null;
  const columns = (values.get("error_ratio") ?? values.get("http_error_ratio"))?.columns;
  const shares = columns?.get("value") ?? columns?.get("mean") ?? [];
  return shares.some((share) => share !== null && share > 0) ? shares : null;
}
