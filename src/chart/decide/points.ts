import type { Metric, Series, XAxis } from "../../benchmark/dataset.ts";
import type { Unit } from "../../benchmark/unit.ts";
import type { ChartSeries, SeriesStyle } from "../chart.ts";
import type { SpreadName } from "../spec.ts";
import { shown } from "./shown.ts";
import { edges } from "./spread.ts";

export interface PointsOptions {
  readonly metric: Metric;
  readonly stat: string;
  readonly spread: SpreadName;
  readonly xUnit: Unit;
  readonly yUnit: Unit;
  readonly style: SeriesStyle;
}

/** A series as it is drawn: one statistic of one metric, in the units that people read. */
export function toPoints(series: Series, axis: XAxis, options: PointsOptions): ChartSeries {
  const { metric, stat, spread, xUnit, yUnit, style } = options;
  const statistics = series.values.get(metric.id);
  const column = statistics?.columns.get(stat) ?? series.x.map(() => null);
  const toShown = (value: number | null) => (value === null ? null : shown(value, yUnit));
  const band = statistics ? edges(statistics, stat, spread) : null;
  return {
    id: series.id,
    label: series.label,
    style,
    x: axis.kind === "number" ? series.x.map((x) => shown(x, xUnit)) : series.x,
    y: column.map(toShown),
    low: band?.low.map(toShown) ?? null,
    high: band?.high.map(toShown) ?? null,
    failed: failures(series, metric),
    thinned: null,
  };
}

/** Rates and times say little where requests fail: what share of them did, at each point. */
function failures({ values }: Series, { unit }: Metric): ChartSeries["failed"] {
  if (unit !== "s" && unit !== "1/s") return null;
  const columns = (values.get("error_ratio") ?? values.get("http_error_ratio"))?.columns;
  const shares = columns?.get("value") ?? columns?.get("mean") ?? [];
  return shares.some((share) => share !== null && share > 0) ? shares : null;
}
