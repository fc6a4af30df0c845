import type { K6Values } from "./k6-metrics.ts";
import type { K6Wanted } from "./k6-samples.ts";
import { type Distribution, distribution } from "./scan/distribution.ts";
import { type Tally, tally } from "./scan/tally.ts";

/** What is known of k6's samples, or of those of one scenario. */
export interface K6Part {
  readonly times: Distribution;
  readonly statuses: Tally<string>;
  readonly sums: Map<K6Wanted, { count: number; sum: number; max: number }>;
  /** When the first began and the last ended, epoch seconds. */
  first: number;
  last: number;
}

export function k6Part(): K6Part {
  const [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { times: distribution(), statuses: tally(), sums: new Map(), first, last };
}

/** Takes one sample in; a sample's time is when the request ended. */
export function addSample(part: K6Part, metric: K6Wanted, value: number, time: number, status: string): void {
  if (time > part.last) part.last = time;
  if (metric === "http_req_duration" || metric === "grpc_req_duration") {
    part.times.record(value * 1e6);
    if (time - value / 1e3 < part.first) part.first = time - value / 1e3;
    if (metric === "http_req_duration") part.statuses.add(status);
    return;
  }
  if (time < part.first) part.first = time;
  addSum(part, metric, 1, value, value);
}

function addSum({ sums }: K6Part, metric: K6Wanted, count: number, sum: number, max: number): void {
  const known = sums.get(metric);
  if (known === undefined) {
    sums.set(metric, { count, sum, max });
    return;
  }
  known.count += count;
  known.sum += sum;
  if (max > known.max) known.max = max;
}

/** All samples of some parts. */
export function joinParts(parts: readonly K6Part[]): K6Part {
  const whole = k6Part();
  for (const part of parts) {
    whole.times.include(part.times);
    for (const [status, count] of part.statuses.counts) whole.statuses.add(status, count);
    for (const [metric, { count, sum, max }] of part.sums) addSum(whole, metric, count, sum, max);
    whole.first = Math.min(whole.first, part.first);
    whole.last = Math.max(whole.last, part.last);
  }
  return whole;
}

/** The figures of a part as a k6 summary has them. */
export function metricsOf({ sums }: K6Part): Map<string, K6Values> {
  return new Map([...sums].map(([name, { count, sum, max }]) => [name, valuesOf(name, count, sum, max)]));
}

function valuesOf(name: string, count: number, sum: number, max: number): K6Values {
  if (name === "vus" || name === "vus_max") return { max };
  if (name === "http_req_failed" || name === "checks") return { passes: sum, fails: count - sum };
  return { count: sum };
}
