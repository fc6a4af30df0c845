import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { omissionGaps } from "../../../src/benchmark/insights/omission-gap.ts";
import { leastRequests } from "../../../src/benchmark/insights/percentile.ts";
import { tailBlowUps } from "../../../src/benchmark/insights/tail-blow-up.ts";
import { tailRatios } from "../../../src/benchmark/insights/tail-ratio.ts";
import { targetRates } from "../../../src/benchmark/insights/target-rate.ts";
import { parseValue } from "../sample.ts";
import { said, sweep } from "./simulate.ts";

const rates = Array.from({ length: 12 }, (_, index) => 100 * (index + 1));
const capacity = 1050;

/** A queue with one server (M/M/1): p99 of its response time is −ln 0.01 / (μ − λ), its median ln 2 / (μ − λ). */
const waiting = (rate: number): number => (rate < capacity ? 1 / (capacity - rate) : 1);
const queue = {
  id: "node",
  throughput: rates.map((rate) => [0.999, 1, 1.001].map((noise) => noise * Math.min(rate, capacity))),
  errors: { share: rates.map(() => 0), n: rates.map((rate) => rate * 30) },
  tail: {
    p50: rates.map((rate) => Math.LN2 * waiting(rate)),
    p99: rates.map((rate) => -Math.log(0.01) * waiting(rate)),
  },
};
const load = { duration_s: 30 };

test("a percentile needs so many requests that one of them may lie above it", () => {
  assert.deepEqual(["p50", "p90", "p99", "p99.9", "mean"].map(leastRequests), [5, 29, 299, 2995, Infinity]);
});

suite("the tail of a queue", () => {
  const dataset = sweep(rates, [queue], load);

  test("triples between the rates where theory says so, before saturation", () => {
    // Little load is 100 to 500 req/s; its median is at 300: 1/750. Three times that is 1/250, at 800 req/s.
    assert.deepEqual(said(tailBlowUps(dataset)), ["node: p99 triples between 700 and 800 req/s, before saturation."]);
  });

  test("is six times the median, as of every exponential distribution", () => {
    assert.deepEqual(said(tailRatios(dataset)), [
      "node: at 1 000 req/s one request in a hundred takes 6.6 times the median or longer.",
    ]);
  });

  test("holds a target up to a known rate", () => {
    assert.deepEqual(said(targetRates(dataset, { stat: "p99", limit: 0.02 })), [
      "With p99 ≤ 20 ms and errors ≤ 0.1 % node sustains 800 req/s.",
    ]);
    assert.deepEqual(targetRates(dataset, { stat: "p99", limit: 10 })[0]?.data.reached, false);
    assert.deepEqual(targetRates(dataset, { stat: "p99.9", limit: 10 }), [], "nobody recorded it");
  });

  test("all response times ten times as long: the same rates, ten times the times", () => {
    const scale = (column: readonly number[]) => column.map((value) => value * 10);
    const slower = sweep(rates, [{ ...queue, tail: { p50: scale(queue.tail.p50), p99: scale(queue.tail.p99) } }], load);
    assert.deepEqual(said(tailBlowUps(slower)), said(tailBlowUps(dataset)));
    assert.deepEqual(said(tailRatios(slower)), said(tailRatios(dataset)));
    assert.ok(Math.abs(tailBlowUps(slower)[0]!.data.base / tailBlowUps(dataset)[0]!.data.base - 10) < 1e-9);
  });

  test("is not spoken of from too few requests, without light load, or where saturation is not known", () => {
    const { tail, ...untailed } = queue;
    assert.deepEqual(tailBlowUps(sweep(rates, [queue], { duration_s: 0.2 })), []);
    assert.deepEqual(tailBlowUps(sweep(rates, [queue])), [], "the length of the runs is not known");
    const p99 = tail.p99.map((value, index) => (index < 3 ? null : value));
    assert.deepEqual(tailBlowUps(sweep(rates, [{ ...untailed, tail: { p99 } }], load)), []);
    const single = queue.throughput.map((runs) => [runs[1]!]);
    assert.deepEqual(tailBlowUps(sweep(rates, [{ ...queue, throughput: single }], load)), []);
  });
});

suite("coordinated omission", () => {
  const times = (p99: readonly number[]) => ({ p99, n: p99.map(() => 30_000), n_of: "requests" });
  const stalled = (planned: readonly number[]) =>
    parseValue({
      schema: "benchpost/1",
      title: "A server that stalls",
      x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
      metrics: {
        latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
        latency_sent: { label: "Response time from the actual send", unit: "s", display: "ms" },
      },
      series: [{ id: "node", x: [500, 1000], values: { latency: times(planned), latency_sent: times([0.01, 0.011]) } }],
    }).dataset;

  test("is said where it hides something", () => {
    assert.deepEqual(said(omissionGaps(stalled([0.012, 2.18]))), [
      "node, 1 000 req/s: counted from the actual send, p99 would read 11 ms instead of 2 180 ms, 198 times as much.",
    ]);
  });

  test("and only there", () => {
    assert.deepEqual(omissionGaps(stalled([0.01, 0.012])), []);
  });
});
