import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { accountings, accountsOf } from "../../../src/benchmark/insights/accounting.ts";
import { efficiencies } from "../../../src/benchmark/insights/efficiency.ts";
import { firstErrors } from "../../../src/benchmark/insights/first-errors.ts";
import { inFlight } from "../../../src/benchmark/insights/little.ts";
import { littlesLaws } from "../../../src/benchmark/insights/littles-law.ts";
import { parseValue } from "../sample.ts";
import { said, sweep } from "./simulate.ts";

suite("Little's law", () => {
  /** A closed loop: each connection waits for its answer and sends again. */
  const closed = (meanTime: (n: number) => number) =>
    parseValue({
      schema: "benchpost/1",
      title: "Closed",
      x: { name: "concurrency", label: "Connections", unit: "1" },
      metrics: {
        throughput: { label: "Throughput", unit: "1/s", display: "req/s" },
        latency: { label: "Response time", unit: "s", display: "ms" },
      },
      series: [
        {
          id: "node",
          x: [16, 64],
          values: { throughput: { mean: [2000, 2000] }, latency: { mean: [16, 64].map(meanTime) } },
        },
      ],
      load: { model: "closed" },
    }).dataset;

  test("a closed loop's rate and response time account for its connections", () => {
    assert.deepEqual(said(littlesLaws(closed((n) => (0.97 * n) / 2000))), [
      "node: rate × response time accounts for 97 % of the connections, as it must.",
    ]);
  });

  test("where they do not, readers are told nothing and the figures are there for the lint", () => {
    const dataset = closed((n) => (0.5 * n) / 2000);
    assert.deepEqual(littlesLaws(dataset), []);
    assert.deepEqual(inFlight(dataset, dataset.series[0]!), [
      { x: 16, requests: 8, connections: 16 },
      { x: 64, requests: 32, connections: 64 },
    ]);
  });

  const rates = [100, 200, 300];
  const server = {
    id: "node",
    throughput: [[100], [200], [210]],
    latency: [[0.05], [0.1], [1]],
    errors: { share: [0, 0, 0.3], n: [3000, 6000, 9000] },
  };

  test("an open load's requests in flight are said at the sustained peak", () => {
    const load = { model: "open", latency_from: "actual-send", connections: { count: 256 } };
    const dataset = sweep(rates, [server], load);
    assert.deepEqual(said(littlesLaws(dataset)), [
      "node: at 200 req/s about 20 requests were in flight (rate × response time).",
    ]);
    assert.equal(inFlight(dataset, dataset.series[0]!)[0]?.connections, 256);
  });

  test("time since a planned start is not time on a connection", () => {
    assert.deepEqual(littlesLaws(sweep(rates, [server], { model: "open", latency_from: "intended-start" })), []);
    assert.deepEqual(littlesLaws(sweep(rates, [server], { model: "open" })), []);
  });
});

suite("accounting", () => {
  const counted = (dropped: number) =>
    parseValue({
      schema: "benchpost/1",
      title: "Counts",
      x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
      metrics: { sent: { unit: "1" }, ok: { unit: "1" }, errors: { unit: "1" }, dropped: { unit: "1" } },
      series: [
        {
          id: "node",
          x: [100, 200],
          values: {
            sent: { value: [3000, 6000] },
            ok: { value: [3000, 5000] },
            errors: { value: [0, 900] },
            dropped: { value: [0, dropped] },
          },
        },
      ],
    }).dataset;

  test("all requests are accounted for, or nothing is said", () => {
    assert.deepEqual(said(accountings(counted(100))), [
      "All 9 000 requests are accounted for: answered or counted as errors.",
    ]);
    assert.deepEqual(accountings(counted(40)), []);
    assert.deepEqual(accountsOf(counted(40).series[0]!).at(-1), { x: 200, sent: 6000, missing: 60 });
  });
});

test("processor time is counted per request at the sustained peak, where a core is what it is a share of", () => {
  const busy = (denominator: string) =>
    parseValue({
      schema: "benchpost/1",
      title: "Busy",
      x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
      metrics: {
        throughput: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
        error_ratio: { label: "Errors", unit: "1", display: "%" },
        server_cpu: { label: "Processor", unit: "1", display: "%", denominator },
      },
      series: [
        {
          id: "node",
          x: [100, 200],
          values: {
            throughput: { mean: [100, 199] },
            error_ratio: { mean: [0, 0] },
            server_cpu: { mean: [0.3, 0.597] },
          },
        },
      ],
    }).dataset;
  assert.deepEqual(said(efficiencies(busy("one core"))), ["node: 3 CPU-seconds per 1 000 requests at 200 req/s."]);
  assert.deepEqual(efficiencies(busy("all cores")), []);
});

suite("errors whose shares alone were kept", () => {
  const shares = (share: readonly number[]) =>
    parseValue({
      schema: "benchpost/1",
      title: "Errors",
      x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s", display: "req/s" },
      metrics: { error_ratio: { label: "Errors", unit: "1", display: "%", denominator: "connections" } },
      series: [
        { id: "node", x: [100, 200, 300], values: { error_ratio: { mean: share, n: [3, 3, 3], n_of: "runs" } } },
      ],
    }).dataset;

  test("are said as they were seen, without a bound", () => {
    assert.deepEqual(said(firstErrors(shares([0, 0.0004, 0.02]))), [
      "node made no error in any run up to 100 req/s, then 0.04 % at 200 req/s.",
    ]);
    assert.deepEqual(firstErrors(shares([0, 0.0004, 0.02]))[0]?.data, { none: 100, x: 300, share: 0.02 });
    assert.deepEqual(said(firstErrors(shares([0, 0, 0]))), ["node made no error in any run up to 300 req/s."]);
    assert.deepEqual(firstErrors(shares([0.1, 0, 0])), []);
  });
});
