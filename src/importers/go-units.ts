import type { Better, Metric } from "../benchmark/dataset.ts";

/** What a unit of Go's benchmarks measures: the metric, and how many base units one of it is. */
export interface GoUnit {
  readonly metric: string;
  /** Figures are divided by this where it is above 1: a billion nanoseconds make a second. */
  readonly per: number;
  readonly times: number;
  /** For units that an author reports with b.ReportMetric. */
  readonly described?: Omit<Metric, "id">;
}

const usual: Readonly<Record<string, GoUnit>> = {
  "ns/op": { metric: "time_per_op", per: 1e9, times: 1 },
  "sec/op": { metric: "time_per_op", per: 1, times: 1 },
  "B/op": { metric: "allocated", per: 1, times: 1 },
  "allocs/op": { metric: "allocations", per: 1, times: 1 },
  // b.SetBytes counts in powers of ten.
  "MB/s": { metric: "transferred", per: 1, times: 1e6 },
  "B/s": { metric: "transferred", per: 1, times: 1 },
};

/**
 * A unit as it stands behind a figure. Of an author's own unit the part that is ns is a time, as in `p99-ns` and
 * `ns/GC` (golang/perf, benchunit); the rest counts something. `better` is what the file says of it, if anything.
 */
export function goUnit(unit: string, better: Better | null): GoUnit {
  if (Object.hasOwn(usual, unit)) return usual[unit]!;
  const time = /(?:^|-)ns(?:\/|$)/.test(unit);
  return {
    metric: unit,
    per: time ? 1e9 : 1,
    times: 1,
    described: { label: unit, unit: time ? "s" : "1", display: time ? "" : "1", better, denominator: null },
  };
}
