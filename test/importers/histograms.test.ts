import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", "hdrhistogram", name), "utf8");
const log = fixture("tagged.hlog");
const unit = (name: string) => ({ metrics: [{ column: "value", metric: "latency", stat: "value", unit: name }] });

describe("HdrHistogram percentiles", () => {
  it("are milliseconds unless the author says otherwise", () => {
    const figures = (options = {}) =>
      readText(fixture("latency-us.hgrm"), options).points[0]!.metrics["latency"]!.stats;
    assert.equal(figures()["max"], 55.558 / 1e3);
    assert.equal(figures(unit("us"))["max"], 55.558 / 1e6);
    assert.equal(readText(fixture("latency-us.hgrm"), unit("us")).assumed.length, 1);
  });

  it("may have no footer and end in inf", () => {
    const text = fixture("latency-us.hgrm")
      .replace(/^#.*\n?/gm, "")
      .trimEnd();
    const { latency } = readText(`${text}          inf\n`).points[0]!.metrics;
    assert.equal(latency!.n, 20000);
    assert.equal(latency!.stats["max"], 0.055583);
    assert.equal(
      latency!.histogram!.counts.reduce((sum, count) => sum + count, 0),
      20000,
    );
  });
});

describe("HdrHistogram log", () => {
  it("holds microseconds beside maxima in milliseconds, and a series per tag", () => {
    const reading = readText(log);
    assert.deepEqual(
      reading.points.map((point) => [point.series, point.counts["samples"], point.metrics["latency"]!.stats["max"]]),
      [
        [null, 9000, 0.0055],
        ["write", 6000, 0.0045],
      ],
    );
    assert.equal(reading.points[0]!.time, 1795413000);
    for (const point of reading.points) {
      const { stats } = point.metrics["latency"]!;
      assert.ok(stats["p50"]! > 0.0005 && stats["p50"]! <= stats["p99"]! && stats["p99"]! <= stats["max"]!);
    }
  });

  it("is a series in time when asked for one", () => {
    const { points } = readText(log, { x: "time" });
    assert.deepEqual(
      points.map((point) => [point.x[0]!.value, point.duration, point.counts["samples"]]),
      [1000, 2000, 3000, 4000, 5000].map((count, i) => [i, 1, count]),
    );
  });

  it("leaves out lines that break off", () => {
    const reading = readText(log.slice(0, -100));
    assert.equal(reading.rows, 4);
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["line-damaged"],
    );
    assert.throws(() => readText("#[Histogram log format version 1.3]\n"), /log-empty/);
  });
});
