import type { Diagnostic } from "../source/diagnostic.ts";
import { flag } from "./flags.ts";
import { addSample, joinParts, k6Part, type K6Part, metricsOf } from "./k6-part.ts";
import { k6Assumed, k6Load, k6Point } from "./k6-point.ts";
import type { Point, PointFlag, Reading } from "./reading.ts";

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
  /** `scenario` is empty for samples of the whole test, such as the number of VUs. */
  add(metric: K6Wanted, value: number, time: number, status: string, scenario: string): void;
  /** `step` is the resolution of the times, in seconds. */
  reading(format: string, step: number, rows: number, warnings: readonly Diagnostic[]): Reading;
}

/** More scenarios than anybody draws. */
const mostScenarios = 100;

export function k6Samples(): K6Samples {
  const scenarios = new Map<string, K6Part>([["", k6Part()]]);
  let last = "";
  let part = scenarios.get("")!;
  const choose = (scenario: string): void => {
    last = scenario;
    const known = scenarios.get(scenario) ?? (scenarios.size > mostScenarios ? scenarios.get("")! : k6Part());
    if (scenarios.size <= mostScenarios) scenarios.set(scenario, known);
    part = known;
  };
  return {
    add(metric, value, time, status, scenario) {
      if (scenario !== last) choose(scenario);
      addSample(part, metric, value, time, status);
    },
    reading(format, step, rows, warnings) {
      const named = [...scenarios].filter(([name, one]) => name !== "" && one.times.count > 0);
      const whole = joinParts([...scenarios.values()]);
      const several = named.length > 1;
      return {
        format,
        tool: "k6",
        toolVersion: null,
        points: several
          ? named.map(([name, one]) => ofScenario(name, toPoint(one, step)))
          : whole.last > Number.NEGATIVE_INFINITY
            ? [toPoint(whole, step)]
            : [],
        rows,
        load: k6Load,
        assumed: [
          ...k6Assumed,
          "The test is taken to last from the first sample to the last.",
          ...(several ? ["Each scenario is a series; the number of VUs is of all of them together, and no x."] : []),
        ],
        environment: {},
        warnings,
      };
    },
  };
}

function toPoint(part: K6Part, step: number): Point {
  const span = part.last - part.first;
  // Times in whole seconds say too little about the length of a short test.
  const duration = span > 0 && span >= 10 * step ? span : null;
  const point = k6Point(metricsOf(part), duration);
  const latency = part.times.figures();
  const note = "times are whole seconds: too coarse for the rates of so short a test";
  const short: PointFlag[] = duration === null ? [flag("too-short", note, "throughput")] : [];
  return {
    ...point,
    metrics: { ...point.metrics, ...(latency === null ? {} : { latency }) },
    statuses: Object.fromEntries(part.statuses.counts),
    ...(Number.isFinite(part.first) ? { time: part.first } : {}),
    flags: [...point.flags, ...short],
  };
}

function ofScenario(scenario: string, point: Point): Point {
  return { ...point, series: scenario, labels: { scenario }, x: [] };
}
