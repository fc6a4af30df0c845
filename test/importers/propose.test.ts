import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { datasetOf } from "./dataset-of.ts";

const go = (lines: readonly string[]) => lines.map((line) => `Benchmark${line} ns/op\n`).join("");
const fixture = (...path: string[]) => readFileSync(join(import.meta.dirname, "fixtures", ...path), "utf8");
const chartOf = async (files: Record<string, string>) => (await datasetOf(files)).charts["made-time-per-op"];

describe("charts to begin with", () => {
  it("have log scales where sizes and times lie far apart, and linear ones where they do not", async () => {
    const line = { metric: "time_per_op" };
    const near = go(["Copy/size=10 5 100", "Copy/size=20 5 210", "Copy/size=40 5 390"]);
    assert.deepEqual(await chartOf({ "near.txt": near }), line);
    const far = go(["Copy/size=10 5 100", "Copy/size=100 5 1000", "Copy/size=1000 5 10000"]);
    const log = { scale: "log" };
    assert.deepEqual(await chartOf({ "far.txt": far }), { ...line, x: log, y: log });
    const constant = go(["Get/size=10 5 100", "Get/size=100 5 105", "Get/size=1000 5 110"]);
    assert.deepEqual(await chartOf({ "constant.txt": constant }), { ...line, x: log });
    const zero = go(["Copy/size=0 5 1", "Copy/size=100 5 1000"]);
    assert.deepEqual(await chartOf({ "zero.txt": zero }), { ...line, y: log });
  });

  it("leave the mark over names to the data, and have no log scale", async () => {
    const names = go(["Fast 5 1", "Slow 5 100000"]);
    assert.deepEqual(await chartOf({ "names.txt": names }), { metric: "time_per_op" });
  });

  it("are percentiles where one place has a histogram", async () => {
    const { charts } = await datasetOf({ "latency-us.hgrm": fixture("hdrhistogram", "latency-us.hgrm") });
    assert.deepEqual(charts, { "made-latency": { metric: "latency", mark: "percentiles" } });
  });

  it("show the median where the interval of the mean reaches below 0", async () => {
    const chart = await chartOf({ "count5.txt": fixture("go-bench", "count5.txt") });
    assert.deepEqual(chart, { metric: "time_per_op", stat: "median", spread: "range" });
  });
});
