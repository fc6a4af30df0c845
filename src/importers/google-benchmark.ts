import { warn } from "./fault.ts";
import { aggregateOf, isFit } from "./google-benchmark-name.ts";
import { type GoogleRow, googlePoints, googleWarnings } from "./google-benchmark-row.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { toSeconds } from "./quantity.ts";
import type { Reading } from "./reading.ts";
import type { Sniff } from "./sniff.ts";

/** Google Benchmark's `--benchmark_format=json`, or `--benchmark_out`. */
export const googleBenchmark: WholeImporter = {
  name: "google-benchmark",
  title: "Google Benchmark JSON",
  tool: "google-benchmark",
  sign: "JSON with benchmarks, and a context with executable or library_build_type",
  claims: ({ json }) =>
    at(json, "benchmarks") !== undefined &&
    (at(json, "context", "executable") !== undefined || at(json, "context", "library_build_type") !== undefined),
  read(sniff) {
    const { json } = sniff;
    const rows = listAt(json, "benchmarks").flatMap(toRow);
    return {
      format: "google-benchmark-json",
      tool: "google-benchmark",
      toolVersion: stringAt(json, "context", "library_version"),
      points: googlePoints(rows),
      load: noLoad,
      assumed: [],
      environment: Object.fromEntries(entriesAt(json, "context")),
      warnings: [...contextWarnings(sniff), ...googleWarnings(sniff, rows)],
    };
  },
};

/** Fits (BigO, RMS) and ratios (cv, in rows whose unit is a percentage) are no times. */
function toRow(json: Json): GoogleRow[] {
  const written = stringAt(json, "name") ?? "";
  // Versions before 1.5 say what a row is in its name alone.
  const found = at(json, "run_type") === undefined ? aggregateOf(written) : null;
  const aggregate = stringAt(json, "aggregate_name") ?? found?.aggregate ?? null;
  if (stringAt(json, "aggregate_unit") === "percentage" || /^(?:BigO|RMS|cv)$/.test(aggregate ?? "")) return [];
  if (found !== null && isFit(written)) return [];
  const failed = at(json, "error_occurred") === true || at(json, "skipped") === true;
  const name = stringAt(json, "run_name") ?? found?.name ?? written;
  return [
    {
      name,
      aggregate,
      iterations: numberAt(json, "iterations"),
      repetitions: numberAt(json, "repetitions"),
      figures: failed ? {} : figuresOf(json),
      error: failed ? (stringAt(json, "error_message") ?? stringAt(json, "skip_message") ?? "skipped") : null,
    },
  ];
}

/** Fields that are no figures of what was measured; all others that are numbers are counters of the program. */
const fields = new Set(
  (
    "name family_index per_family_instance_index run_name run_type repetitions repetition_index threads iterations " +
    "real_time cpu_time time_unit aggregate_name aggregate_unit label bytes_per_second allocs_per_iter max_bytes_used"
  ).split(" "),
);

function figuresOf(json: Json): Record<string, number> {
  const unit = stringAt(json, "time_unit") ?? "ns";
  const time = (key: string) => {
    const figure = numberAt(json, key);
    return figure === null ? null : toSeconds(figure, unit);
  };
  const counters = entriesAt(json).filter(([key, value]) => !fields.has(key) && typeof value === "number");
  return known({
    time_per_op: time("real_time"),
    cpu_time_per_op: time("cpu_time"),
    transferred: numberAt(json, "bytes_per_second"),
    allocations: numberAt(json, "allocs_per_iter"),
    memory: numberAt(json, "max_bytes_used"),
    ...Object.fromEntries(counters.map(([key]) => [key, numberAt(json, key)])),
  });
}

/** What the library itself warns of when it starts. */
function contextWarnings(sniff: Sniff): Reading["warnings"] {
  const { json } = sniff;
  const place = (key: string) => Math.max(0, sniff.text.indexOf(`"${key}"`));
  const debug = stringAt(json, "context", "library_build_type") === "debug";
  const scaling = at(json, "context", "cpu_scaling_enabled") === true;
  return [
    ...(debug ? [debugBuild(sniff, place("library_build_type"))] : []),
    ...(scaling ? [cpuScaling(sniff, place("cpu_scaling_enabled"))] : []),
  ];
}

export function debugBuild(sniff: Sniff, offset: number): Reading["warnings"][number] {
  const help = "Build it with optimization (-DCMAKE_BUILD_TYPE=Release) and measure again.";
  return warn(sniff, offset, "debug-build", "the benchmark library was built for debugging", help);
}

export function cpuScaling(sniff: Sniff, offset: number): Reading["warnings"][number] {
  const help = "Times vary with the frequency: set the governor to performance and measure again.";
  return warn(sniff, offset, "cpu-scaling", "the processor's frequency was not fixed", help);
}
