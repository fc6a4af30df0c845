import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const fixture = (tool: string, name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", tool, name), "utf8")) as Record<string, object>;
const only = (json: object) => readText(JSON.stringify(json)).points[0]!;

describe("bombardier", () => {
  const report = fixture("bombardier", "c16.json");

  it("is in microseconds, and prefers a demanded rate for x", () => {
    const point = only({ ...report, spec: { ...report["spec"], rate: 500 } });
    assert.deepEqual(
      point.x.map((one) => [one.name, one.value]),
      [
        ["demanded_request_rate", 500],
        ["concurrency", 16],
      ],
    );
    assert.equal(point.metrics["latency"]!.stats["p99"], 752 / 1e6);
    assert.deepEqual(point.flags, []);
  });

  it("counts answers and failures apart", () => {
    const result = { ...report["result"], req5xx: 189735, others: 10, errors: [{ description: "timeout", count: 10 }] };
    const point = only({ ...report, result });
    assert.equal(point.metrics["http_error_ratio"]!.stats["value"], 0.5);
    assert.equal(point.metrics["throughput"]!.stats["value"], 189735 / 4.000033953);
    assert.equal(point.counts["errors"], 10);
    assert.deepEqual(point.errorsBy, { timeout: 10 });
  });

  it("has no percentiles where it was not asked for them; its text is refused", () => {
    const result = { ...report["result"], latency: { mean: 300, stddev: 7, max: 900 } };
    assert.deepEqual(only({ ...report, result }).metrics["latency"]!.stats, {
      mean: 0.0003,
      stdev: 0.000007,
      max: 0.0009,
    });
    assert.throws(() => readText("Bombarding http://localhost:1 for 10s using 125 connection(s)\n"), /format-refused/);
  });
});

describe("autocannon", () => {
  const report = fixture("autocannon", "c64.json");

  it("shows no 0 ms, and no minimum above its median", () => {
    const { metrics, flags } = only({ ...report, latency: { ...report["latency"], p50: 0, min: 1 } });
    assert.equal(metrics["latency"]!.stats["p50"], null);
    assert.equal(metrics["latency"]!.stats["min"], null);
    assert.deepEqual(new Set(flags.map((one) => one.flag)), new Set(["under-resolution"]));
    assert.equal(metrics["latency"]!.stats["p97.5"], 0.003);
  });

  it("has filled in response times when there are more of them than answers", () => {
    const corrected = { ...report, latency: { ...report["latency"], totalCount: 9_999_999 } };
    assert.equal(readText(JSON.stringify(corrected)).load.coordinatedOmission, "corrected");
    assert.equal(readText(JSON.stringify(report)).load.loop, "closed");
  });

  it("does not count HTTP errors as throughput", () => {
    const { metrics, errorsBy } = only({ ...report, "2xx": 0, "4xx": 122105, non2xx: 122105, errors: 5, timeouts: 3 });
    assert.equal(metrics["throughput"]!.stats["value"], 0);
    assert.equal(metrics["reply_rate"]!.stats["mean"], 30526);
    assert.equal(metrics["error_ratio"]!.stats["value"], 1);
    assert.equal(errorsBy!["timeouts"], 3);
  });
});

describe("oha", () => {
  const report = {
    summary: {
      successRate: 1,
      total: 10,
      slowest: 0.5,
      fastest: 0.001,
      average: 0.01,
      requestsPerSec: 101,
      totalData: 500,
      sizePerRequest: 5,
      sizePerSec: 50,
    },
    responseTimeHistogram: { "0.001": 1000 },
    latencyPercentiles: { p50: 0.01, p99: 0.2, "p99.99": null },
    rps: { mean: 5000, stddev: 1, max: 2 },
    statusCodeDistribution: { 200: 750, 500: 250 },
    errorDistribution: { "aborted due to deadline": 6, "connection closed": 4 },
  };

  it("leaves out what the deadline cut off, and does not take rps.mean for the rate", () => {
    const { metrics, counts } = only(report);
    assert.equal(metrics["request_rate"]!.stats["value"], 101);
    assert.equal(metrics["reply_rate"]!.stats["value"], 100);
    assert.equal(metrics["throughput"]!.stats["value"], 75);
    assert.deepEqual([counts["errors"], counts["cut_off"]], [4, 6]);
    assert.deepEqual(metrics["latency"]!.stats, { mean: 0.01, min: 0.001, max: 0.5, p50: 0.01, p99: 0.2 });
  });

  it("has no response time when nothing was answered; its text is refused", () => {
    const none = {
      ...report,
      statusCodeDistribution: {},
      summary: { ...report.summary, average: null },
      responseTimeHistogram: { NaN: 0 },
    };
    assert.equal(only(none).metrics["latency"], undefined);
    assert.throws(() => readText("Summary:\n  Success rate:\t100.00%\n  Total:\t1.0 secs\n"), /format-refused/);
  });
});
