import { type Key, figure, stat } from "./key.ts";

/** Keys that only databases, disks, histograms and collections have. */
export const databases: Readonly<Record<string, Key>> = {
  events_per_s: stat(["ops_rate"], ["value"]),
  events: figure((point) => [point.counts["events"]]),
  scale: figure((point) => [Number(point.x.find((one) => one.name === "scale")?.value)]),
  transactions: figure((point) => [point.counts["transactions"]]),
  failed: figure((point) => [point.counts["errors"]]),
  throughput_tps: stat(["throughput"], ["value"]),
  clients: figure((point) => [Number(point.x.find((one) => one.name === "concurrency")?.value)]),
};
