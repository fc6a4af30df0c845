import { type Key, figure, words } from "./key.ts";

/** Keys that only HTTP tools have. */
export const http: Readonly<Record<string, Key>> = {
  failed_requests: figure((point) => [point.counts["failed"]]),
  non_2xx: figure((point) => [point.counts["non_2xx"]]),
  first_second: figure((point) => [point.time]),
  last_second: words,
  /** When the last request was sent: before the last answer. */
  last_offset_s: (expected, point) =>
    point.duration !== null && point.duration >= Number(expected) && point.duration < Number(expected) + 0.01
      ? []
      : [`last_offset_s: duration ${point.duration}, expected a little over ${String(expected)}`],
  /** Of wrk2's spectrum; its mean and stdev are the Latency row with fewer digits. */
  hdr_spectrum_ms: (expected, point, reading, name) => {
    const { max, n } = expected as { max: number; n: number };
    const latency = point.metrics["latency"];
    const counted = latency?.histogram?.counts.reduce((sum, count) => sum + count, 0);
    return [
      ...figure(() => [latency?.histogram?.values.at(-1)], 1e-3, true)(max, point, reading, `${name}.max`),
      ...figure(() => [latency?.n])(n, point, reading, `${name}.n`),
      ...figure(() => [counted])(n, point, reading, `${name}.counted`),
    ];
  },
};
