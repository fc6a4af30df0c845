import type { Dataset, Series } from "../dataset.ts";
import { percentileOf } from "../statistic-names.ts";
import { displayUnit } from "../unit.ts";
import { formatValue } from "../number.ts";
import type { Insight } from "./insight.ts";
import { percentileAt } from "./percentile.ts";
import { figureAt } from "./replicates.ts";
import { toleratedErrors } from "./sweep.ts";
import { placeWords } from "./words.ts";

export type TargetRate = Insight<
  "target-rate",
  { readonly x: number; readonly limit: number; /** The load went past it. */ readonly reached: boolean }
>;

/** What a response time shall stay below. */
export interface Target {
  /** A percentile: `p99`. */
  readonly stat: string;
  /** Seconds. */
  readonly limit: number;
}

/**
 * The highest demanded rate up to which, without a gap, a percentile of the response time stays within a limit and hardly a
 * request fails. Silent where errors were not measured, and where too few requests carry the percentile. A limit is the
 * author's to name: none is assumed.
 */
export function targetRates(dataset: Dataset, { stat, limit }: Target): TargetRate[] {
  const metric = dataset.metrics.get("latency");
  if (!metric || metric.unit !== "s" || dataset.x.name !== "demanded_request_rate" || percentileOf(stat) === null)
    return [];
  return dataset.series.flatMap((series) => {
    const past = series.x.findIndex((_, index) => !isWithin(dataset, series, index, { stat, limit }));
    const last = (past === -1 ? series.x.length : past) - 1;
    const x = series.x[last];
    if (x === undefined) return [];
    const reached = past !== -1;
    const unit = displayUnit(metric.unit, metric.display)!;
    const lead = `With ${stat} ≤ ${formatValue(limit, unit)} and errors ≤ 0.1 %`;
    const rate = `${reached ? "" : "at least "}${placeWords(dataset, x)}`;
    return {
      name: "target-rate",
      metric: "latency",
      stat,
      series: [series.id],
      data: { x, limit, reached },
      sentence: `${lead} ${series.label} sustains ${rate}.`,
      clause: { lead: `${lead} the servers sustain`, item: `${series.label} ${rate}` },
    };
  });
}

function isWithin(dataset: Dataset, series: Series, index: number, { stat, limit }: Target): boolean {
  const tail = percentileAt(dataset, series, { id: "latency" }, stat, index);
  const errors = series.values.get("error_ratio");
  const share = errors ? figureAt(errors, index) : null;
  return tail !== null && tail <= limit && share !== null && share <= toleratedErrors;
}
