import { saturation } from "./flags.ts";
import { known } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { httpErrors, total } from "./statuses.ts";

/** What all outputs of vegeta say, in base units. */
export interface VegetaFigures {
  readonly attack: string | null;
  readonly requests: number;
  /** Requests sent per second. */
  readonly rate: number | null;
  readonly throughput: number | null;
  /** From the first request to the last, and from there to the last answer. */
  readonly attackTime: number | null;
  readonly wait: number | null;
  readonly latency: Figures | null;
  /** Answers by status; "0" is none. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that are no success in vegeta's sense. */
  readonly failed: number;
  readonly bytesIn: number | null;
  readonly start: number | null;
}

export const vegetaLoad: LoadModel = {
  loop: "open",
  coordinatedOmission: "none",
  latencyFrom: "actual-send",
  errors: "requests without an answer (status 0) or with one outside 200 to 399; their times are in the response times",
  throughput: "successful answers per second, from the first request to the last answer",
};

/** What has to be assumed of every output of vegeta. */
export const vegetaAssumed = [
  "vegeta does not print the rate it was asked for: it is taken from the rate it sent at, rounded to whole requests.",
];

/** One attack as a point; x is the rate that vegeta was asked for. */
export function vegetaPoint(figures: VegetaFigures): Point {
  const { requests, rate, throughput, attackTime, wait, statuses, failed, start } = figures;
  const demanded = rate === null ? null : demandedRate(rate, requests);
  const duration = attackTime === null ? null : attackTime + (wait ?? 0);
  const answers = total(statuses) - (statuses["0"] ?? 0);
  return {
    series: figures.attack,
    labels: known({ attack: figures.attack }),
    x: demanded === null ? [] : [{ name: "demanded_request_rate", value: demanded, unit: "1/s" }],
    metrics: known<Figures>({
      latency: figures.latency,
      request_rate: rate === null ? null : { stats: { value: rate } },
      throughput: throughput === null ? null : { stats: { value: throughput } },
      transferred:
        figures.bytesIn === null || duration === null || duration <= 0
          ? null
          : { stats: { value: figures.bytesIn / duration } },
      errors: { stats: { value: failed } },
      error_ratio: share(failed, requests),
      http_error_ratio: share(httpErrors(statuses), answers),
    }),
    counts: { requests, errors: failed },
    statuses,
    duration: attackTime,
    ...(start === null ? {} : { time: start }),
    flags: saturation(demanded, throughput),
  };
}

/** n requests take n - 1 intervals, so that vegeta's rate is n / (n - 1) times that of its clock. */
function demandedRate(rate: number, requests: number): number {
  const clock = requests > 1 ? (rate * (requests - 1)) / requests : rate;
  const whole = Math.round(clock);
  return whole > 0 && Math.abs(clock - whole) < 0.005 * clock ? whole : Number(clock.toPrecision(4));
}
