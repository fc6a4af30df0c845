import type { Diagnostic } from "../source/diagnostic.ts";
import { flag } from "./flags.ts";
import type { K6Values } from "./k6-metrics.ts";
import { k6Assumed, k6Load, k6Point } from "./k6-point.ts";
import type { Figures, Reading } from "./reading.ts";
import { distribution } from "./scan/distribution.ts";

/** The metrics whose samples are wanted; the others are most of the file and are passed over unread. */
export const k6Wanted = [
  "http_req_duration",
  "http_req_failed",
  "http_reqs",
  "grpc_req_duration",
  "iterations",
  "dropped_iterations",
  "checks",
  "data_received",
  "vus",
  "vus_max",
] as const;

export type K6Wanted = (typeof k6Wanted)[number];

/** Takes k6's samples in. */
export interface K6Samples {
  add(metric: K6Wanted, value: number, time: number, status: string): void;
  readonly rows: number;
  /** `step` is the resolution of the times, in seconds. */
  reading(format: string, step: number, rows: number, warnings: readonly Diagnostic[]): Reading;
}

export function k6Samples(): K6Samples {
  const times = distribution();
  const statuses = new Map<string, number>();
  const sums = new Map<K6Wanted, { count: number; sum: number; max: number }>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let rows = 0;
  return {
    add(metric, value, time, status) {
      rows++;
      if (time > last) last = time;
      if (metric === "http_req_duration" || metric === "grpc_req_duration") {
        times.record(value * 1e6);
        // A sample's time is when the request ended.
        if (time - value / 1e3 < first) first = time - value / 1e3;
        if (metric === "http_req_duration") statuses.set(status, (statuses.get(status) ?? 0) + 1);
        return;
      }
      if (time < first) first = time;
      let sum = sums.get(metric);
      if (sum === undefined) sums.set(metric, (sum = { count: 0, sum: 0, max: Number.NEGATIVE_INFINITY }));
      sum.count++;
      sum.sum += value;
      if (value > sum.max) sum.max = value;
    },
    get rows() {
      return rows;
    },
    reading(format, step, all, warnings) {
      const span = last - first;
      // Times in whole seconds say too little about the length of a short test.
      const duration = span > 0 && span >= 10 * step ? span : null;
      const metrics = new Map<string, K6Values>();
      for (const [name, { count, sum, max }] of sums) metrics.set(name, valuesOf(name, count, sum, max));
      const point = k6Point(metrics, duration);
      const latency = times.figures();
      const short = duration === null && rows > 0;
      return {
        format,
        tool: "k6",
        toolVersion: null,
        points:
          rows === 0
            ? []
            : [
                {
                  ...point,
                  metrics: { ...point.metrics, ...(latency === null ? {} : { latency: latency satisfies Figures }) },
                  statuses: Object.fromEntries(statuses),
                  ...(Number.isFinite(first) ? { time: first } : {}),
                  flags: [
                    ...point.flags,
                    ...(short
                      ? [
                          flag(
                            "too-short",
                            "times are whole seconds: too coarse for the rates of so short a test",
                            "throughput",
                          ),
                        ]
                      : []),
                  ],
                },
              ],
        rows: all,
        load: k6Load,
        assumed: [...k6Assumed, "The test is taken to last from the first sample to the last."],
        environment: {},
        warnings,
      };
    },
  };
}

function valuesOf(name: string, count: number, sum: number, max: number): K6Values {
  if (name === "vus" || name === "vus_max") return { max };
  if (name === "http_req_failed" || name === "checks") return { passes: sum, fails: count - sum };
  return { count: sum };
}
