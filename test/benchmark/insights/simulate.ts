import type { Dataset } from "../../../src/benchmark/dataset.ts";
import { parseValue } from "../sample.ts";

/** Normally distributed numbers (Box and Muller, 1958). */
export function normal(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export interface Simulated {
  readonly id: string;
  readonly x?: readonly number[];
  /** One list of runs for each rate. */
  readonly throughput?: readonly (readonly number[])[];
  readonly latency?: readonly (readonly number[])[];
  /** Percentiles of the response time, one figure a rate. */
  readonly tail?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly errors?: { readonly share: readonly number[]; readonly n: readonly number[] };
  readonly flags?: readonly object[];
}

const mean = (runs: readonly number[]): number => runs.reduce((sum, run) => sum + run, 0) / runs.length;

function runs(figures: readonly (readonly number[])[]): object {
  return { mean: figures.map(mean), runs: figures };
}

/** A sweep over demanded rates, as a dataset. */
export function sweep(rates: readonly number[], servers: readonly Simulated[], load: object = {}): Dataset {
  const series = servers.map(({ id, x = rates, throughput, latency, tail, errors, flags = [] }) => ({
    id,
    x,
    values: {
      ...(throughput && { throughput: runs(throughput) }),
      ...((latency || tail) && { latency: { ...(latency && runs(latency)), ...tail } }),
      ...(errors && { error_ratio: { value: errors.share, n: errors.n, n_of: "requests" } }),
    },
    flags,
  }));
  return parseValue({
    schema: "benchpost/1",
    title: "Simulated",
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
    metrics: {
      throughput: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
      latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
      error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower", denominator: "requests" },
    },
    series,
    load,
  }).dataset;
}

/** Sentences with plain spaces. */
export function said(insights: readonly { readonly sentence: string }[]): string[] {
  return insights.map(({ sentence }) => sentence.replaceAll("\u202F", " "));
}
