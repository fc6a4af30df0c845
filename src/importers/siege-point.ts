import { flag } from "./flags.ts";
import { known } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";

export const siegeLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors: "failed transactions: HTTP errors and missing answers; siege gives up after 1024 of them",
  throughput: "good transactions per second",
};

/** What siege calls its figures in JSON, in the order of its text and of the columns that its log shares. */
export type SiegeFigure = (name: string) => number | null;

/** One run of siege; `users` is its -c, where the output has it. */
export function siegePoint(figure: SiegeFigure, users: number | null): Point {
  const good = figure("transactions") ?? 0;
  const failed = figure("failed_transactions") ?? 0;
  const elapsed = figure("elapsed_time");
  const rate = figure("transaction_rate");
  const megabytes = figure("data_transferred");
  const observed = figure("concurrency");
  const { stats, flags } = resolved(
    "latency",
    known({
      mean: figure("response_time"),
      max: figure("longest_transaction"),
      min: figure("shortest_transaction"),
    }),
    "0.00 s: under 10 ms",
  );
  const aborted = failed >= 1024;
  return {
    series: null,
    labels: {},
    x: users === null ? [] : [{ name: "concurrency", value: users, unit: null }],
    metrics: known<Figures>({
      latency: good === 0 ? null : { stats, n: good, nOf: "requests", resolution: 0.01 },
      throughput: rate === null ? null : { stats: { value: rate } },
      concurrency: observed === null ? null : { stats: { mean: observed } },
      transferred:
        megabytes === null || elapsed === null || elapsed <= 0
          ? null
          : { stats: { value: (megabytes * 1024 ** 2) / elapsed } },
      errors: { stats: { value: failed } },
      error_ratio: share(failed, good + failed),
    }),
    counts: { requests: good + failed, responses: good, errors: failed },
    duration: elapsed,
    flags: [
      ...(good === 0 ? [] : flags),
      ...(aborted ? [flag("truncated", `siege gives up after 1024 failures: there were ${failed}`)] : []),
    ],
  };
}
