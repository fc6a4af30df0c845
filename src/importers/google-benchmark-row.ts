import type { Metric } from "../benchmark/dataset.ts";
import { failedBenchmark } from "./failed.ts";
import { googleName } from "./google-benchmark-name.ts";
import { known } from "./known.ts";
import { listed } from "./listed.ts";
import { numericParameters } from "./parameters.ts";
import type { Figures, Point, Reading } from "./reading.ts";
import type { Sniff } from "./sniff.ts";

/** One row of Google Benchmark's output, whichever form it has. */
export interface GoogleRow {
  /** Without the name of the aggregate. */
  readonly name: string;
  /** mean, median, stddev …; null for a repetition. Fits (BigO, RMS) and ratios (cv) are no rows. */
  readonly aggregate: string | null;
  readonly iterations: number | null;
  readonly repetitions: number | null;
  /** By metric: times in seconds, counters as they are. */
  readonly figures: Readonly<Record<string, number>>;
  /** Why it has no figures. */
  readonly error: string | null;
}

/**
 * Points of rows: repetitions are runs, and aggregates stand in where the repetitions are not listed. What failed has no
 * figures and is no point, lest a benchmark without parameters keeps the others off a line over theirs.
 */
export function googlePoints(rows: readonly GoogleRow[]): Point[] {
  const groups = new Map<string, GoogleRow[]>();
  for (const row of rows.filter((one) => one.error === null)) {
    const group = groups.get(row.name);
    if (group === undefined) groups.set(row.name, [row]);
    else group.push(row);
  }
  return [...groups].map(([name, all]) => {
    const runs = all.filter((row) => row.aggregate === null);
    const aggregates = all.filter((row) => row.aggregate !== null);
    const { series, parameters } = googleName(name);
    return {
      series,
      fullName: name,
      labels: { benchmark: name, ...parameters },
      parameters,
      x: numericParameters(parameters),
      metrics: runs.length > 0 ? ofRuns(runs) : ofAggregates(aggregates),
      counts: known({ iterations: iterationsOf(runs) }),
      duration: null,
      flags: [],
    };
  });
}

/** A warning for each benchmark that failed. */
export function googleWarnings(sniff: Sniff, rows: readonly GoogleRow[]): Reading["warnings"] {
  const failed = new Map(rows.flatMap((row) => (row.error === null ? [] : [[row.name, row.error] as const])));
  return [...failed].map(([name, error]) => failedBenchmark(sniff, name, error));
}

function iterationsOf(runs: readonly GoogleRow[]): number | null {
  if (runs.length === 0 || runs.some((row) => row.iterations === null)) return null;
  return runs.reduce((sum, row) => sum + row.iterations!, 0);
}

function ofRuns(rows: readonly GoogleRow[]): Record<string, Figures> {
  return perMetric(rows, (metric) =>
    listed(
      rows.flatMap((row) => row.figures[metric] ?? []),
      "runs",
    ),
  );
}

const statNames: Readonly<Record<string, string>> = { stddev: "stdev" };

function ofAggregates(rows: readonly GoogleRow[]): Record<string, Figures> {
  const n = rows.find((row) => row.repetitions !== null)?.repetitions ?? null;
  return perMetric(rows, (metric) => ({
    stats: known(
      Object.fromEntries(rows.map((row) => [statNames[row.aggregate!] ?? row.aggregate!, row.figures[metric]])),
    ),
    stdevKind: "sample",
    ...(n === null ? {} : { n, nOf: "runs" }),
  }));
}

function perMetric(rows: readonly GoogleRow[], of: (metric: string) => Figures | null): Record<string, Figures> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
  return known(
    Object.fromEntries(
      names.map((name) => {
        const figures = of(name);
        const metric = ownMetric(name);
        return [name, figures === null || metric === null ? figures : { ...figures, metric }];
      }),
    ),
  );
}

const vocabulary = new Set(["time_per_op", "cpu_time_per_op", "transferred", "allocations", "memory"]);

/** What a counter is: the program named it, and says no more than whether it is per second. */
function ownMetric(name: string): Omit<Metric, "id"> | null {
  if (vocabulary.has(name)) return null;
  if (name === "items_per_second")
    return { label: "Items", unit: "1/s", display: "items/s", better: "higher", denominator: null };
  return { label: name, unit: "1", display: "1", better: null, denominator: null };
}
