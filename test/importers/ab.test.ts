import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const report = readFileSync(join(import.meta.dirname, "fixtures", "ab", "c8.txt"), "utf8");
const failing = (lines: string) => report.replace(/^Failed requests.*$/m, lines);

const table = (unit: string) => readText(`Percentage served,Time in ${unit}\n0,100\n50,200.5\n99,300\n100,400\n`);
const line = (ttime: number) => `Mon Nov 23 05:55:48 2026\t1795413348\t0\t${ttime}\t${ttime}\t0\n`;

describe("ab text", () => {
  it("knows its tool's version, and takes the first of the two times per request", () => {
    const reading = readText(report);
    assert.equal(reading.toolVersion, "2.3");
    assert.equal(reading.points[0]!.metrics["latency"]!.stats["mean"], 0.929 / 1e3);
    assert.deepEqual(reading.points[0]!.labels, { host: "127.0.0.1", path: "/bytes/1000" });
  });

  it("does not count one answer as two failures", () => {
    const lines =
      "Failed requests:        2000\n   (Connect: 0, Receive: 0, Length: 2000, Exceptions: 0)\nNon-2xx responses:      2000";
    const { points, warnings } = readText(failing(lines));
    const [point] = points;
    assert.equal(point!.metrics["reply_rate"]!.stats["value"], 8607.5);
    assert.equal(point!.metrics["throughput"]!.stats["value"], 8607.5 / 2);
    assert.equal(point!.metrics["error_ratio"]!.stats["value"], 0.5);
    assert.equal(point!.counts["errors"], 0);
    assert.deepEqual(warnings, []);
  });

  it("says when answers failed only for their length", () => {
    const lines = "Failed requests:        953\n   (Connect: 0, Receive: 3, Length: 950, Exceptions: 0)";
    const { points, warnings } = readText(failing(lines));
    assert.deepEqual(
      warnings.map((one) => [one.code, one.place.line]),
      [["length-differs", 19]],
    );
    assert.equal(points[0]!.metrics["error_ratio"]!.stats["value"], 3 / 4000);
    assert.equal(points[0]!.counts["failed"], 953);
  });

  it("takes 0 ms for less than a millisecond", () => {
    const { metrics, flags } = readText(report.replace("  50%      1", "  50%      0")).points[0]!;
    assert.equal(metrics["latency"]!.stats["p50"], null);
    assert.deepEqual(
      flags.map((one) => [one.flag, one.stat]),
      [
        ["under-resolution", "min"],
        ["under-resolution", "p50"],
      ],
    );
  });

  it("reads several reports, and leaves out one that was stopped", () => {
    const reading = readText(
      `${report}\n$ ab -n 9\n${report.slice(0, report.indexOf("Complete requests"))}Total of 7 requests completed\n`,
    );
    assert.equal(reading.points.length, 1);
    assert.deepEqual(
      reading.warnings.map((one) => one.code),
      ["report-incomplete"],
    );
  });
});

describe("ab tables", () => {
  it("have percentiles of ab in milliseconds, and of weighttp in microseconds", () => {
    assert.deepEqual(table("ms").points[0]!.metrics["latency"]!.stats, { min: 0.1, p50: 0.2005, p99: 0.3, max: 0.4 });
    assert.equal(table("us").points[0]!.metrics["latency"]!.stats["max"], 0.0004);
    assert.equal(table("us").tool, "weighttp");
  });

  it("have a line per request, of which the last may break off", () => {
    const text = `starttime\tseconds\tctime\tdtime\tttime\twait\n${line(0)}${line(10)}${line(20)}Mon Nov 23 05:55:48 2026\t17`;
    const reading = readText(text);
    const { stats, n } = reading.points[0]!.metrics["latency"]!;
    assert.deepEqual([n, stats["min"], stats["mean"], stats["p50"], stats["max"]], [3, null, 0.01, 0.01, 0.02]);
    assert.equal(reading.points[0]!.time, 1795413348);
    assert.equal(reading.rows, 3);
    assert.deepEqual(
      reading.warnings.map((one) => [one.code, one.place.line]),
      [["line-incomplete", 5]],
    );
  });
});
