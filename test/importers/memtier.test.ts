import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readText } from "./read-text.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", "memtier", name), "utf8");

describe("memtier_benchmark JSON", () => {
  const text = fixture("t2c5.json");
  const json = JSON.parse(text) as { "ALL STATS": object };

  it("has connections of all threads as x, and each operation that was sent as a series", () => {
    const { points } = readText(text);
    assert.deepEqual(
      points.map(({ series, x }) => [series, x[0]!.name, x[0]!.value]),
      [
        ["Sets", "concurrency", 10],
        ["Gets", "concurrency", 10],
        ["Totals", "concurrency", 10],
      ],
    );
    assert.equal(points[2]!.duration, 4);
    assert.equal(points[2]!.metrics["transferred"]!.stats["value"], 6162.06 * 1024);
  });

  it("decodes its histograms, in microseconds", () => {
    const { latency } = readText(text).points[1]!.metrics;
    const { values, counts } = latency!.histogram!;
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      528225,
    );
    assert.ok(Math.abs(values.at(-1)! - 0.050943) < 1e-6);
    assert.equal(latency!.stats["p99.9"], 2.959 / 1e3);
  });

  it("reads each of several runs where they are there, not the best of them", () => {
    const { "ALL STATS": stats, ...rest } = json;
    const best = { ...stats, Totals: { Count: 1, "Ops/sec": 999_999 } };
    const runs = {
      "RUN #1 RESULTS": stats,
      "RUN #2 RESULTS": stats,
      "BEST RUN RESULTS": best,
      "WORST RUN RESULTS": stats,
    };
    const average = { "AGGREGATED AVERAGE RESULTS (2 runs)": stats };
    const all = readText(JSON.stringify({ ...rest, ...runs, ...average })).points.filter(
      ({ series }) => series === "Totals",
    );
    assert.deepEqual(
      all.map(({ metrics }) => metrics["throughput"]!.stats["value"]),
      [145251.02, 145251.02],
    );
    const averaged = readText(JSON.stringify({ ...rest, "BEST RUN RESULTS": best, ...average }));
    assert.deepEqual(Object.keys(averaged.points[0]!.metrics["latency"]!.stats), ["mean", "min", "max"]);
    assert.equal(averaged.points[0]!.metrics["latency"]!.histogram, undefined);
    assert.ok(averaged.assumed.some((sentence) => sentence.includes("--print-all-runs")));
  });
});

describe("memtier_benchmark text", () => {
  const text = fixture("t2c5.txt");

  it("says nothing of what was not sent, and leaves out what is ---", () => {
    const { points } = readText(text);
    assert.deepEqual(
      points.map(({ series }) => series),
      ["Sets", "Gets", "Totals"],
    );
    assert.deepEqual(points[0]!.metrics["latency"]!.stats, {
      mean: 0.06906 / 1e3,
      p50: 0.055 / 1e3,
      p99: 0.183 / 1e3,
      "p99.9": 2.927 / 1e3,
    });
    assert.equal(points[0]!.x[0]!.value, 10);
  });

  it("takes the average of several runs, without its percentiles", () => {
    const table = text.slice(text.indexOf("ALL STATS"));
    const head = text.slice(0, text.indexOf("ALL STATS"));
    const several = `${head}${table.replace("ALL STATS", "BEST RUN RESULTS")}\n\n${table
      .replace("ALL STATS", "AGGREGATED AVERAGE RESULTS (2 runs)")
      .replaceAll("145251.02", "140000.00")}`;
    const { points } = readText(several);
    assert.equal(points.length, 3);
    assert.equal(points[2]!.metrics["throughput"]!.stats["value"], 140_000);
    assert.deepEqual(Object.keys(points[2]!.metrics["latency"]!.stats), ["mean"]);
  });
});
