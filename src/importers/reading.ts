import type { Histogram, Metric } from "../benchmark/dataset.ts";
import type { Diagnostic } from "../source/diagnostic.ts";

/**
 * What one file says, in base units (s, bytes, 1/s, ratio 0..1), before series, x and merging are decided.
 * A reading invents nothing: a figure that the file does not hold is absent, one that it holds as
 * nonsense is null and has a flag: NaN or a number that means none (`sentinel`), 0.00 below the resolution.
 */
export interface Reading {
  readonly format: string;
  readonly tool: string;
  readonly toolVersion: string | null;
  /** In the order of the file. The same series and x twice are repeated runs. */
  readonly points: readonly Point[];
  /** Of a file that has nothing to say by itself: which file it belongs to, and what to do. */
  readonly part?: string;
  /** Rows or lines that were taken in, for files that hold one per request or second. */
  readonly rows?: number;
  readonly load: LoadModel;
  /** Whole sentences about what the file did not say and was taken for granted. */
  readonly assumed: readonly string[];
  /** Machine, runtime, settings as the file names them. Names of hosts and people are stripped later, not here. */
  readonly environment: Readonly<Record<string, unknown>>;
  readonly warnings: readonly Diagnostic[];
}

/** How the tool loads what it measures, and what its figures mean. */
export interface LoadModel {
  /** `open`: sends on schedule whatever comes back; `closed`: waits for the answer; `none`: a micro-benchmark. */
  readonly loop: "open" | "closed" | "none" | "unknown";
  /** Whether time spent waiting to send is missing from the latency: present (flattered), corrected, or none. */
  readonly coordinatedOmission: "present" | "corrected" | "none" | "unknown";
  /** From when response times count, where the loop does not tell: a closed one counts from the send. */
  readonly latencyFrom?: "intended-start" | "actual-send";
  /** One sentence each: what the tool counts as an error, and as throughput. */
  readonly errors?: string;
  readonly throughput?: string;
}

/** One measurement: figures at one x of one series. */
export interface Point {
  /** The name that tells this point's line from others in the file, if the content has one. */
  readonly series: string | null;
  /**
   * All names the content gives it (host, command, benchmark, method, url, label, group …), for `--series`. `variant` is
   * what a benchmark ran under (runtime, job, tool): over names of benchmarks each variant is a series.
   */
  readonly labels: Readonly<Record<string, string>>;
  /** The name with its parameters, as the tool writes it; stands on an axis of names. Without it one is put together. */
  readonly fullName?: string;
  /** What was set for it, by name: the parameters that differ and are not x tell points of one series apart. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What may serve as x, the likeliest first; empty when the content has nothing. */
  readonly x: readonly XCandidate[];
  readonly metrics: Readonly<Record<string, Figures>>;
  /** Whole numbers as counted: requests, replies, responses, connections, errors, samples, iterations … */
  readonly counts: Readonly<Record<string, number>>;
  /** Answers by status, as the tool groups them: "200", "2xx". */
  readonly statuses?: Readonly<Record<string, number>>;
  /** Errors by kind, in the tool's words. */
  readonly errorsBy?: Readonly<Record<string, number>>;
  /** Measured time in seconds. */
  readonly duration: number | null;
  /** When it was measured, epoch seconds. */
  readonly time?: number;
  readonly flags: readonly PointFlag[];
}

export interface XCandidate {
  /** Of the vocabulary where it fits (demanded_request_rate, concurrency), else the parameter's own name. */
  readonly name: string;
  /** Numbers as numbers, even where the file writes them as strings. */
  readonly value: number | string;
  readonly unit: string | null;
}

/** The statistics of one metric at one point, as found. */
export interface Figures {
  /** `value`, `mean`, `median`, `min`, `max`, `stdev`, `stderr`, `iqr`, `mad`, `p50`, `p99.9` … */
  readonly stats: Readonly<Record<string, number | null>>;
  readonly n?: number;
  readonly nOf?: "requests" | "samples" | "runs" | "iterations" | "forks";
  readonly stdevKind?: "sample" | "population" | "sum-of-hosts" | "unknown";
  readonly ci?: { readonly low: number; readonly high: number; readonly level: number; readonly method: string };
  /** The single values behind the figures, where the file keeps them. */
  readonly runs?: readonly (number | null)[];
  readonly histogram?: Histogram;
  /** How the tool computes percentiles. */
  readonly percentiles?: "nearest-rank" | "interpolated" | "t-digest" | "hdr-histogram" | "unknown";
  /** The step of the figures as printed, in base units: 0.001 for whole milliseconds. */
  readonly resolution?: number;
  /** For metrics outside the vocabulary of `metrics.ts`: what they are. */
  readonly metric?: Omit<Metric, "id">;
}

export type FlagName = "saturated" | "sentinel" | "too-short" | "truncated" | "survivors-only" | "under-resolution";

export interface PointFlag {
  readonly flag: FlagName;
  readonly metric: string | null;
  readonly stat: string | null;
  readonly note: string;
}
