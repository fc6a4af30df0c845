import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const report = (changes: object) =>
  JSON.stringify({
    latencies: { total: 2e9, mean: 2e7, "50th": 1e7, "90th": 3e7, "95th": 5e7, "99th": 9e7, max: 1e8, min: 1e6 },
    bytes_in: { total: 1000, mean: 10 },
    bytes_out: { total: 0, mean: 0 },
    earliest: "2026-11-23T06:14:07Z",
    duration: 1.98e9,
    wait: 2e7,
    requests: 100,
    rate: 100 / 1.98,
    throughput: 45,
    success: 0.9,
    status_codes: { 0: 4, 200: 85, 302: 5, 503: 6 },
    errors: ["503 Service Unavailable"],
    ...changes,
  });

describe("vegeta JSON report", () => {
  it("is in nanoseconds, with every percentile that it names", () => {
    const { latency } = readText(report({})).points[0]!.metrics;
    assert.deepEqual(latency!.stats, { mean: 0.02, p50: 0.01, p90: 0.03, p95: 0.05, p99: 0.09, max: 0.1, min: 0.001 });
  });

  it("has the demanded rate for x, without the interval that a count of requests has too much", () => {
    assert.deepEqual(readText(report({})).points[0]!.x, [{ name: "demanded_request_rate", value: 50, unit: "1/s" }]);
    assert.equal(readText(report({ rate: 2.5 / 0.99 })).points[0]!.x[0]!.value, 2.5);
  });

  it("tells requests without an answer from HTTP errors", () => {
    const point = readText(report({})).points[0]!;
    assert.equal(point.counts["errors"], 10);
    assert.equal(point.metrics["error_ratio"]!.stats["value"], 0.1);
    assert.equal(point.metrics["http_error_ratio"]!.stats["value"], 6 / 96);
    assert.deepEqual(
      point.flags.map((one) => one.flag),
      ["saturated"],
    );
  });

  it("may come with others in one file", () => {
    const { points } = readText(`rate 1\n${report({})}\nrate 2\n${report({ requests: 200, rate: 200 / 1.99 })}\n`);
    assert.deepEqual(
      points.map((point) => point.x[0]!.value),
      [50, 100],
    );
  });

  it("has no response time where nothing was sent", () => {
    const [point] = readText(report({ requests: 0, rate: 0, throughput: 0, success: 0, status_codes: {} })).points;
    assert.equal(point!.metrics["latency"], undefined);
  });
});

const text = (latencies: string, values: string) => `Requests      [total, rate, throughput]         100, 50.51, 45.00
Duration      [total, attack, wait]             1m2.3s, 1m2.28s, 20ms
Latencies     [${latencies}]  ${values}
Bytes In      [total, mean]                     1000, 10.00
Bytes Out     [total, mean]                     0, 0.00
Success       [ratio]                           90.00%
Status Codes  [code:count]                      0:4  200:90  503:6  
Error Set:
503 Service Unavailable
`;

describe("vegeta text report", () => {
  it("names its columns in brackets, and each figure has a unit", () => {
    const old = text("mean, 50, 95, 99, max", "489.027µs, 1.5ms, 2s, 1m2.3s, 2m0s");
    const young = text("min, mean, 50, 90, 95, 99, max", "1µs, 489.027µs, 1.5ms, 1.9s, 2s, 1m2.3s, 2m0s");
    const { points } = readText(`${old}\n${young}`);
    assert.deepEqual(points[0]!.metrics["latency"]!.stats, {
      mean: 0.489027 / 1e3,
      p50: 0.0015,
      p95: 2,
      p99: 62.3,
      max: 120,
    });
    assert.equal(points[1]!.metrics["latency"]!.stats["p90"], 1.9);
    assert.equal(points[1]!.duration, 62.28);
    assert.equal(points[1]!.counts["errors"], 10);
  });

  it("is left out where it breaks off", () => {
    const whole = text("mean, max", "1ms, 2ms");
    const reading = readText(`${whole}${whole.slice(0, 150)}`);
    assert.equal(reading.points.length, 1);
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["report-incomplete"],
    );
  });
});

const line = (seq: number, stamp: string) =>
  JSON.stringify({
    attack: "",
    seq,
    code: 200,
    timestamp: stamp,
    latency: 2e6,
    bytes_out: 0,
    bytes_in: 32,
    error: "",
  });

describe("vegeta results", () => {
  it("are summed up by attack, an error with a line end in it too", () => {
    const lines = [
      '1700000000000000000,200,2000000,0,32,,eA==,a,0,GET,http://h/,""',
      '1700000000500000000,0,500000000,0,0,"Get ""http://h/"": EOF\nagain",,a,1,GET,http://h/,',
      "1700000001000000000,503,4000000,0,32,503 Service Unavailable,,a,2,GET,http://h/,",
      "1700000000000000000,200,1000000,0,32,,,b,0,GET,http://h/,",
    ];
    const reading = readText(`${lines.join("\n")}\n`);
    const [a, b] = reading.points;
    assert.equal(reading.rows, 4);
    assert.deepEqual([a!.series, b!.series], ["a", "b"]);
    assert.deepEqual(a!.statuses, { 0: 1, 200: 1, 503: 1 });
    assert.equal(a!.duration, 1);
    assert.equal(a!.metrics["request_rate"]!.stats["value"], 3);
    // The answer to the second request came in the very second in which the third was sent; the last 4 ms later.
    assert.equal(a!.metrics["throughput"]!.stats["value"], 1 / 1.004);
    assert.equal(a!.metrics["latency"]!.stats["max"], 0.5);
  });

  it("are the same as lines of JSON, whatever their time zone", () => {
    const reading = readText(
      `${line(0, "2026-11-23T07:15:29.000000001+01:00")}\n${line(1, "2026-11-23T06:15:31.5Z")}\n${line(2, "x")}\n{"attack":"","se`,
    );
    assert.ok(Math.abs(reading.points[0]!.duration! - 2.499999999) < 1e-12);
    assert.equal(reading.points[0]!.series, null);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [
        ["line-damaged", 3],
        ["line-incomplete", 4],
      ],
    );
  });
});

describe("vegeta hdrplot", () => {
  it("has a histogram, and upper bounds for percentiles between its lines", () => {
    const rows = ["1.0 0.000000 0 1.0", "2.0 0.500000 50 2.0", "4.0 0.875000 88 8.0", "9.0 1.000000 100 10000000.0"];
    const [point] = readText(`Value(ms)  Percentile  TotalCount  1/(1-Percentile)\n${rows.join("\n")}\n`).points;
    const { stats, histogram, n } = point!.metrics["latency"]!;
    assert.deepEqual(stats, { min: 0.001, p50: 0.002, p75: 0.004, p90: 0.009, p95: 0.009, p99: 0.009, max: 0.009 });
    assert.deepEqual(histogram, { values: [0.002, 0.004, 0.009], counts: [50, 38, 12] });
    assert.equal(n, 100);
  });
});
