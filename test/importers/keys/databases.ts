import type { Json } from "../../../src/importers/json.ts";
import type { Reading } from "../../../src/importers/reading.ts";
import { type Key, figure, stat, statistics } from "./key.ts";

interface FioJob {
  readonly series: string;
  readonly [direction: string]: unknown;
}

/** A job of fio: the figures of its one direction. */
function fioJob(job: FioJob, reading: Reading): string[] {
  const point = reading.points.find((one) => one.series === job.series);
  if (point === undefined) return [`jobs: no ${job.series}`];
  const expected = job[point.labels["direction"]!] as Record<string, Json>;
  const checks: Record<string, Key> = {
    iops: stat(["ops_rate"], ["value"]),
    // fio cuts it to whole KiB.
    bw_KiB_per_s: figure(({ metrics }) => [Math.floor(metrics["transferred"]!.stats["value"]! / 1024)]),
    bw_bytes_per_s: stat(["transferred"], ["value"]),
    total_ios: figure(({ counts }) => [counts["operations"]]),
    latency_ms: statistics(["latency"], 1e-3),
    clat_ms: statistics(["completion_latency"], 1e-3),
    runtime_s: figure(({ duration }) => [duration]),
  };
  return Object.entries(expected).flatMap(
    ([name, value]) => checks[name]?.(value, point, reading, name) ?? [`jobs: no check for ${name}`],
  );
}

/** Keys that only databases, disks, histograms and collections have. */
export const databases: Readonly<Record<string, Key>> = {
  block_size: (expected, point) => (point.labels["bs"] === expected ? [] : ["block_size differs"]),
  jobs: (expected, _point, reading) => (expected as unknown as FioJob[]).flatMap((job) => fioJob(job, reading)),
  events_per_s: stat(["ops_rate"], ["value"]),
  events: figure((point) => [point.counts["events"]]),
  scale: figure((point) => [Number(point.x.find((one) => one.name === "scale")?.value)]),
  transactions: figure((point) => [point.counts["transactions"]]),
  failed: figure((point) => [point.counts["errors"]]),
  throughput_tps: stat(["throughput"], ["value"]),
  blocks: (expected, _point, { points }, name) =>
    (expected as string[]).filter((block) => /STATS|RESULTS/.test(block)).length ===
    points.filter(({ series }) => series === "Totals").length
      ? []
      : [`${name}: not as many blocks`],
  totals_ops_per_s: (expected, _point, { points }, name) =>
    (expected as number[])
      .filter(
        (rate) => !points.some((one) => one.series === "Totals" && one.metrics["throughput"]?.stats["value"] === rate),
      )
      .map((rate) => `${name}: no ${rate}`),
  clients: figure((point) => [Number(point.x.find((one) => one.name === "concurrency")?.value)]),
};
