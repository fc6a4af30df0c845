import type { Effort, Experiment } from "./experiment.ts";
import { randomFrom, shuffle } from "./random.ts";

/** One thing to measure, once: a series at a rate (requests/s), or a witness (rate null), in one round. */
export interface Point {
  readonly id: string;
  readonly kind: "httperf" | "wrk";
  readonly series: string;
  readonly round: number;
  readonly rate: number | null;
}

/**
 * All points of one round in the order to measure them. Servers, rates and tools are interleaved at random, so that
 * a slow drift of the machine does not look like a property of one server; the round's number is the seed.
 */
export function roundOf(experiment: Experiment, effort: Effort, round: number): Point[] {
  const loads = experiment.series.flatMap(({ id, rates }) =>
    every(rates, effort.every).map((rate) => point("httperf", id, round, rate)),
  );
  const checks = experiment.witnesses.map(({ id }) => point("wrk", id, round, null));
  return shuffle([...loads, ...checks], randomFrom(round));
}

/** Every n-th rate counted from the last, because the end of the range is where the knees are. */
export function every(rates: readonly number[], step: number): number[] {
  return rates.filter((_, index) => (rates.length - 1 - index) % step === 0);
}

function point(kind: Point["kind"], series: string, round: number, rate: number | null): Point {
  return { id: `${series}${rate === null ? "" : `@${rate}`}#${round}`, kind, series, round, rate };
}
