import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const fixture = (...path: string[]) => readFileSync(join(import.meta.dirname, "fixtures", ...path), "utf8");

describe("sysbench", () => {
  const text = fixture("sysbench", "cpu-t2.txt");

  it("takes its percentile by name, and 0.00 ms for less than it prints", () => {
    const { metrics } = readText(
      text.replace("95th percentile:   ", "99th percentile:   ").replace(/min: +0.31/, "min: 0.00"),
    ).points[0]!;
    assert.equal(metrics["latency"]!.stats["p99"], 0.35 / 1e3);
    assert.equal(metrics["latency"]!.stats["min"], null);
    assert.equal(metrics["latency"]!.stats["stdev"], undefined);
  });

  it("divides where the test prints no rate, and reads several reports", () => {
    const oltp = text.replace(/^CPU speed:\n.*\n/m, "");
    const { points, warnings } = readText(`${oltp}\n${text}\n${text.slice(0, 300)}`);
    assert.deepEqual(
      points.map((point) => point.metrics["ops_rate"]!.stats["value"]),
      [24318 / 4.0003, 6077.12],
    );
    assert.deepEqual(
      warnings.map((one) => one.code),
      ["report-incomplete"],
    );
  });
});

describe("sysbench --histogram", () => {
  it("keeps the distribution, in seconds", () => {
    const table = [
      "Latency histogram (values are in milliseconds)",
      "       value  ------------- distribution ------------- count",
      "       0.310 |**************************************** 24000",
      "       0.630 |*                                        300",
      "       4.150 |                                         18",
      " ",
      "",
    ].join("\n");
    const text = fixture("sysbench", "cpu-t2.txt").replace("CPU speed:", `${table}CPU speed:`);
    const { latency } = readText(text).points[0]!.metrics;
    assert.deepEqual(latency!.histogram, { values: [0.31 / 1e3, 0.63 / 1e3, 4.15 / 1e3], counts: [24000, 300, 18] });
    assert.equal(latency!.stats["p95"], 0.35 / 1e3);
  });
});

describe("pgbench", () => {
  const text = fixture("pgbench", "tpcb-c4.txt");

  it("is an open loop with --rate, and then has a deviation", () => {
    const paced = text.replace(
      /^latency average.*$/m,
      "latency average = 0.580 ms\nlatency stddev = 0.100 ms\nrate limit schedule lag: avg 0.077 (max 0.420) ms",
    );
    assert.equal(readText(paced).load.loop, "open");
    assert.equal(readText(text).load.loop, "closed");
    assert.equal(readText(paced).points[0]!.metrics["latency"]!.stats["stdev"], 0.0001);
  });

  it("prefers the rate without the time to connect, where both are printed", () => {
    const old = text.replace(
      /^tps = .*$/m,
      "tps = 100.5 (including connections establishing)\ntps = 120.5 (excluding connections establishing)",
    );
    assert.equal(readText(old).points[0]!.metrics["throughput"]!.stats["value"], 120.5);
  });
});

describe("redis-benchmark", () => {
  it("has one distribution in two lists of the text", () => {
    const { latency } = readText(fixture("redis-benchmark", "set-text.txt")).points[0]!.metrics;
    const { values, counts } = latency!.histogram!;
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      10_000,
    );
    assert.deepEqual(values.slice(0, 3), [0.015 / 1e3, 0.047 / 1e3, 0.063 / 1e3]);
    assert.deepEqual(counts.slice(0, 3), [1, 5318, 2958]);
    assert.equal(values.at(-1), 113.919 / 1e3);
    assert.ok(counts.every((count) => count > 0));
  });

  it("has a block per command behind lines of progress, as many as there are", () => {
    const text = fixture("redis-benchmark", "set-text.txt");
    const { points } = readText(
      `${text}\n${text.replaceAll("= SET =", "= GET (x, y) =").replace("10 parallel", "50 parallel")}`,
    );
    assert.deepEqual(
      points.map((point) => [point.series, point.x[0]!.value]),
      [
        ["SET", 10],
        ["GET (x, y)", 50],
      ],
    );
  });
});
