import type { WholeImporter } from "./importer.ts";
import { intervalOf, mergedFigures } from "./hlog-intervals.ts";
import { at, entriesAt, type Json, numberAt, stringAt } from "./json.ts";
import {
  chooseBlocks,
  memtierAssumed,
  memtierLoad,
  memtierPercentile,
  memtierPoint,
  type MemtierRow,
  withoutPercentiles,
} from "./memtier-figures.ts";
import type { Histogram } from "../benchmark/dataset.ts";

/** `memtier_benchmark --json-out-file`: a block per run, in it one per kind of command. */
export const memtier: WholeImporter = {
  name: "memtier",
  title: "memtier_benchmark JSON",
  tool: "memtier",
  sign: "JSON with configuration, run information and ALL STATS",
  claims: ({ json }) =>
    at(json, "configuration", "key_prefix") !== undefined && at(json, "run information") !== undefined,
  read({ json }) {
    const { blocks, averaged } = chooseBlocks(entriesAt(json));
    const threads = numberAt(json, "run information", "Threads") ?? numberAt(json, "configuration", "threads");
    const clients =
      numberAt(json, "run information", "Connections per thread") ?? numberAt(json, "configuration", "clients");
    const connections = threads === null || clients === null ? null : threads * clients;
    return {
      format: "memtier-json",
      tool: "memtier",
      toolVersion: null,
      points: blocks.flatMap((block) => {
        const milliseconds = numberAt(block, "Runtime", "Total duration");
        const start = numberAt(block, "Runtime", "Start time");
        return entriesAt(block)
          .filter(([, row]) => numberAt(row, "Ops/sec") !== null)
          .map(([operation, row]) => rowOf(operation, row, averaged))
          .map((row) =>
            memtierPoint(
              row,
              connections,
              milliseconds === null ? null : milliseconds / 1e3,
              start === null || start === 0 ? null : start / 1e3,
            ),
          )
          .filter((point) => point !== null);
      }),
      load: memtierLoad,
      assumed: memtierAssumed(averaged),
      environment: Object.fromEntries(
        ["protocol", "ratio", "pipeline", "data_size", "key_pattern"].flatMap((name) => {
          const value = at(json, "configuration", name);
          return value == null ? [] : [[name, value]];
        }),
      ),
      warnings: [],
    };
  },
};

function rowOf(operation: string, json: Json, averaged: boolean): MemtierRow {
  const percentiles = entriesAt(json, "Percentile Latencies").flatMap(([title, value]) => {
    const name = memtierPercentile(title);
    return name === null || typeof value !== "number" ? [] : [[name, value] as const];
  });
  const latency = {
    mean: numberAt(json, "Average Latency") ?? numberAt(json, "Latency"),
    min: numberAt(json, "Min Latency"),
    max: numberAt(json, "Max Latency"),
    ...Object.fromEntries(percentiles),
  };
  const encoded = stringAt(json, "Percentile Latencies", "Histogram log format", "Compressed Histogram");
  const histogram = averaged || encoded === null ? null : histogramOf(encoded);
  return {
    operation,
    count: numberAt(json, "Count"),
    rate: numberAt(json, "Ops/sec"),
    kibibytes: numberAt(json, "KB/sec"),
    latency: averaged ? withoutPercentiles(latency) : latency,
    errors: numberAt(json, "Connection Errors"),
    ...(histogram === null ? {} : { histogram }),
  };
}

/** memtier records microseconds. */
function histogramOf(encoded: string): Histogram | null {
  const interval = intervalOf(encoded);
  return interval === null ? null : (mergedFigures([interval], 1e6)?.histogram ?? null);
}
