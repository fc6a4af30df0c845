import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { datasetOf } from "./dataset-of.ts";
import { readText } from "./read-text.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", "logs", name), "utf8");

describe("pgbench logs", () => {
  it("count what was skipped or failed as errors, without a time", () => {
    const lines = [
      "0 1 1000 0 1795435825 100000 5",
      "1 1 skipped 0 1795435825 200000 5",
      "1 2 failed 0 1795435825 300000 5",
      "0 2 3000 0 1795435825 603000 5",
    ];
    const { points, warnings } = readText(lines.join("\n") + "\n");
    const { metrics, duration, time } = points[0]!;
    assert.equal(metrics["latency"]!.stats["mean"], 0.002);
    assert.equal(metrics["errors"]!.stats["value"], 2);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.5);
    assert.ok(Math.abs(duration! - 0.504) < 1e-6);
    assert.ok(Math.abs(time! - 1795435825.099) < 1e-6);
    assert.deepEqual(warnings, []);
  });

  it("are a series a script, in their order", () => {
    assert.deepEqual(
      readText(fixture("pgbench-scripts.txt")).points.map((point) => point.series),
      ["script 0", "script 1", "script 2"],
    );
  });

  it("leave out lines that are none, and the last where it breaks off", () => {
    const text = fixture("pgbench-rate40.txt");
    const { rows, warnings } = readText(`${text}oops\n0 30 123`);
    assert.equal(rows, 112);
    assert.deepEqual(
      warnings.map((one) => one.code),
      ["line-damaged", "line-incomplete"],
    );
  });

  it("of intervals have means and deviations from sums, over time", async () => {
    const [first] = readText(fixture("pgbench-intervals.txt")).points;
    const { mean, stdev } = first!.metrics["latency"]!.stats;
    assert.equal(mean, 41182 / 11 / 1e6);
    assert.ok(Math.abs(stdev! - Math.sqrt(186879234 / 11 - (41182 / 11) ** 2) / 1e6) < 1e-12);
    const { x, series } = await datasetOf({ "log.txt": fixture("pgbench-intervals.txt") });
    assert.equal(x.name, "time");
    assert.deepEqual(series[0]!.values["throughput"]!["value"], [11, 42, 43, 44, 37]);
  });
});

describe("h2load log", () => {
  it("has answers below 400 as throughput, and -1 for none", () => {
    const lines = [
      "1795414529392251\t200\t1000",
      "1795414529492251\t404\t2000",
      "1795414529592251\t-1\t3000",
      "1795414530390251\t304\t2000",
    ];
    const { points, rows, load } = readText(lines.join("\n") + "\n");
    const { metrics, statuses, duration, errorsBy } = points[0]!;
    assert.equal(rows, 4);
    assert.ok(Math.abs(duration! - 1) < 1e-6);
    assert.equal(metrics["latency"]!.stats["mean"], 0.002);
    assert.equal(metrics["latency"]!.resolution, 1e-6);
    assert.ok(Math.abs(metrics["throughput"]!.stats["value"]! - 2) < 1e-6);
    assert.equal(metrics["error_ratio"]!.stats["value"], 0.5);
    assert.equal(metrics["http_error_ratio"]!.stats["value"], 1 / 3);
    assert.deepEqual(statuses, { 200: 1, 304: 1, 404: 1 });
    assert.deepEqual(errorsBy, { failed: 1 });
    assert.equal(load.loop, "closed");
  });
});

describe("vegeta histogram", () => {
  const table = (counts: readonly number[]) =>
    [
      "Bucket           #     %       Histogram",
      `[0s,     200µs]  ${counts[0]}    0.53%   `,
      `[200µs,  10ms]   ${counts[1]}  65.97%  #################################################`,
      `[10ms,   1.2s]   ${counts[2]}   4.63%   ###`,
      `[1.2s,   +Inf]   ${counts[3]}     0.00%   `,
    ].join("\n");

  it("has upper bounds for percentiles", () => {
    const { points } = readText(table([10, 85, 5, 0]));
    const { latency } = points[0]!.metrics;
    assert.deepEqual(latency!.stats, { p50: 0.01, p75: 0.01, p90: 0.01, p95: 0.01, p99: 1.2 });
    assert.deepEqual(latency!.histogram, { values: [0.0002, 0.01, 1.2], counts: [10, 85, 5] });
    assert.equal(latency!.n, 100);
  });

  it("knows no percentile in the bucket without an end", () => {
    const { points } = readText(table([10, 50, 0, 40]));
    const { latency } = points[0]!.metrics;
    assert.deepEqual(latency!.stats, { p50: 0.01, p75: null, p90: null, p95: null, p99: null });
    assert.equal(latency!.histogram, undefined);
    assert.deepEqual(
      points[0]!.flags.map(({ flag, stat }) => [flag, stat]),
      [
        ["truncated", "p75"],
        ["truncated", "p90"],
        ["truncated", "p95"],
        ["truncated", "p99"],
      ],
    );
  });
});

describe("redis-benchmark of other versions", () => {
  it("has rates alone in the CSV before version 6.2, and -nan for none", () => {
    const { points } = readText('"PING_INLINE","48661.80"\n"LPUSH (needed to benchmark LRANGE)","-nan"\n');
    assert.deepEqual(
      points.map(({ series, metrics }) => [series, metrics["throughput"]!.stats["value"]]),
      [
        ["PING_INLINE", 48661.8],
        ["LPUSH (needed to benchmark LRANGE)", null],
      ],
    );
  });

  it("has a median with -q since version 6.2, behind lines of progress", () => {
    const text =
      "SET: rps=0.0 (overall: nan) avg_msec=nan\rSET: 26315.79 requests per second, p50=0.047 msec\nGET: 98814.23 requests per second\n";
    const { points } = readText(text);
    assert.deepEqual(points[0]!.metrics["latency"]!.stats, { p50: 0.047 / 1e3 });
    assert.equal(points[1]!.metrics["latency"], undefined);
    assert.equal(points[1]!.metrics["throughput"]!.stats["value"], 98814.23);
  });

  it("has upper bounds in whole milliseconds in the text before version 6.2", () => {
    const block = (name: string) =>
      [
        `====== ${name} ======`,
        "  10000 requests completed in 0.13 seconds",
        "  50 parallel clients",
        "  3 bytes payload",
        "  keep alive: 1",
        "",
        "98.50% <= 1 milliseconds",
        "99.51% <= 2 milliseconds",
        "100.00% <= 3 milliseconds",
        "79365.08 requests per second",
        "",
      ].join("\n");
    const { points } = readText(`${block("SET")}\n${block("GET")}`);
    assert.deepEqual(points[0]!.metrics["latency"]!.stats, { p50: 0.001, p95: 0.001, p99: 0.002 });
    assert.deepEqual(
      points.map(({ series, x, duration }) => [series, x[0]!.value, duration]),
      [
        ["SET", 50, 0.13],
        ["GET", 50, 0.13],
      ],
    );
  });
});
