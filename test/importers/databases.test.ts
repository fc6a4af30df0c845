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
