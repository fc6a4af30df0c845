import type { Environment } from "./environment.ts";
import type { Effort, Experiment } from "./experiment.ts";
import type { Note } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { reasonsSpoiled } from "./spoiled.ts";

/** How the load was made, in the words of a post's `bench.load`. Times in seconds. */
export function describeLoad(
  experiment: Experiment,
  effort: Effort,
  environment: Environment,
): Record<string, unknown> {
  const calls = [...new Set(experiment.series.map((series) => series.calls))];
  const command =
    "httperf --timeout={timeout} --client=0/1 --server=127.0.0.1 --port={port} --uri={uri} --rate={rate/calls} " +
    "--send-buffer=4096 --recv-buffer=16384 --num-conns={rate/calls*duration} --num-calls={calls}";
  return {
    generator: { name: "httperf", version: environment.tools["httperf"] ?? null, command },
    // With several requests a connection, connections come on schedule, but a request waits for the one before.
    model: calls.some((count) => count > 1) ? "partly-open" : "open",
    arrival: "constant",
    latency_from: "actual-send",
    connections: {
      count: 1021,
      reuse: `${calls.join(" or ")} requests per connection, by series`,
      http: "1.1",
      tls: false,
      pipelining: 1,
    },
    timeout_s: effort.timeout,
    warmup_s: effort.warmup,
    duration_s: effort.seconds,
    cache: "warm",
    order: "randomised",
  };
}

/** What was repeated, and what was left out, in the words of a post's `bench.sampling`. */
export function describeSampling(
  { limits }: Experiment,
  effort: Effort,
  { kept, replaced }: Kept,
  notes: readonly Note[],
): Record<string, unknown> {
  const times = [...kept, ...replaced].map(({ startedAt }) => Date.parse(startedAt));
  const speeds = [...kept, ...replaced].map(({ speed }) => Number(speed.toPrecision(3))).toSorted((a, b) => a - b);
  return {
    unit: "run",
    runs: effort.rounds,
    centre: "mean",
    spread: "stdev",
    outliers_removed: 0,
    points: kept.length,
    // Judged by what the machine did meanwhile, never by the figures.
    disturbed_beyond: { wait: limits.wait, foreign: limits.foreign, steal: limits.steal },
    attempts: kept.length + replaced.length,
    replaced_because_disturbed: replaced.length,
    kept_although_disturbed: kept.filter(({ watch }) => reasonsSpoiled(watch, limits).length > 0).length,
    sweep_s: Math.round((Math.max(...times) - Math.min(...times)) / 1000 + effort.seconds),
    // The same work on the same core took from the first to the second time: the machine itself is that uneven.
    fixed_work_s: { min: speeds[0] ?? null, median: speeds[speeds.length >> 1] ?? null, max: speeds.at(-1) ?? null },
    notes: notes.map(({ at, text }) => `${at}: ${text}`),
  };
}
