import { known, percentileName } from "./known.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";

export const memtierLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors: "connections that failed",
  throughput: "operations per second, misses among them",
};

/** What memtier counts for one kind of command in one run, whichever file says so. Times are milliseconds. */
export interface MemtierRow {
  /** Sets, Gets, Totals … */
  readonly operation: string;
  readonly count: number | null;
  readonly rate: number | null;
  readonly kibibytes: number | null;
  readonly latency: Readonly<Record<string, number | null>>;
  readonly errors: number | null;
  readonly histogram?: Figures["histogram"];
}

/** A point of a row; null for commands that were not sent. */
export function memtierPoint(
  row: MemtierRow,
  connections: number | null,
  seconds: number | null,
  start: number | null,
): Point | null {
  const { operation, count, rate, kibibytes, latency, errors, histogram } = row;
  if (count === 0 || (count === null && !((rate ?? 0) > 0))) return null;
  const stats = Object.entries(latency).map(
    ([name, milliseconds]) => [name, milliseconds === null ? null : milliseconds / 1e3] as const,
  );
  return {
    series: operation,
    labels: { operation },
    x: connections === null ? [] : [{ name: "concurrency", value: connections, unit: null }],
    metrics: known<Figures>({
      throughput: rate === null ? null : { stats: { value: rate } },
      latency: {
        stats: known(Object.fromEntries(stats)),
        ...(count === null ? {} : { n: count, nOf: "requests" }),
        ...(histogram === undefined ? {} : { histogram }),
        percentiles: "hdr-histogram",
        resolution: 1e-6,
      },
      transferred: kibibytes === null ? null : { stats: { value: kibibytes * 1024 } },
      errors: errors === null ? null : { stats: { value: errors } },
    }),
    counts: known({ requests: count, errors }),
    duration: seconds,
    ...(start === null ? {} : { time: start }),
    flags: [],
  };
}

/** `p50.00` and `p99.9 Latency` → p50, p99.9; null for other names. */
export function memtierPercentile(name: string): string | null {
  const percent = /^p(\d+(?:\.\d+)?)(?: Latency)?$/.exec(name)?.[1];
  return percent === undefined ? null : percentileName(percent);
}

/** What of a file of several runs is read. */
export interface Chosen<T> {
  readonly blocks: readonly T[];
  /** The average of runs that the file does not hold. */
  readonly averaged: boolean;
}

/**
 * A file of several runs has the best, the worst and an average; each run by itself only with --print-all-runs. The runs
 * are read where they are there, else the average: the best alone would flatter.
 */
export function chooseBlocks<T>(all: readonly (readonly [string, T])[]): Chosen<T> {
  const titled = (pattern: RegExp) => all.filter(([title]) => pattern.test(title)).map(([, block]) => block);
  const single = titled(/^(?:ALL STATS|RUN #\d+ RESULTS)/);
  return single.length > 0
    ? { blocks: single, averaged: false }
    : { blocks: titled(/^AGGREGATED AVERAGE RESULTS/), averaged: true };
}

/** Percentiles of an average are broken in some versions, and would be averages of percentiles in others. */
export function withoutPercentiles(latency: MemtierRow["latency"]): MemtierRow["latency"] {
  return Object.fromEntries(Object.entries(latency).filter(([name]) => !/^p\d/.test(name)));
}

export function memtierAssumed(averaged: boolean): string[] {
  return [
    "Totals are Sets, Gets and the others together: no series to add to them.",
    "K is 1024 in KB/sec.",
    ...(averaged ? ["Of several runs the average is read, without percentiles: --print-all-runs keeps each run."] : []),
  ];
}
