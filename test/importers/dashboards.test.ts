import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writtenUnit } from "../../src/importers/written-unit.ts";
import { datasetOf } from "./dataset-of.ts";
import { readText } from "./read-text.ts";

describe("units beside figures", () => {
  it("are times, rates and sizes, however they are written", () => {
    const found = [
      "ns/iter",
      "usec",
      "sec/op",
      "Milliseconds",
      "ops/sec",
      "iter/s",
      "req/s",
      "MB/s",
      "B/op",
      "Megabytes",
      "KiB",
    ].map((unit) => [unit, writtenUnit(unit).metric, writtenUnit(unit).toBase(2)]);
    assert.deepEqual(found, [
      ["ns/iter", "time_per_op", 2e-9],
      ["usec", "time_per_op", 2e-6],
      ["sec/op", "time_per_op", 2],
      ["Milliseconds", "time_per_op", 0.002],
      ["ops/sec", "ops_rate", 2],
      ["iter/s", "ops_rate", 2],
      ["req/s", "throughput", 2],
      ["MB/s", "transferred", 2e6],
      ["B/op", "allocated", 2],
      ["Megabytes", "memory", 2e6],
      ["KiB", "memory", 2048],
    ]);
  });

  it("are the author's own elsewhere: bits are no bytes, and a rate of frames no rate of operations", () => {
    for (const unit of ["frames/s", "Mb", "points", "s/s", "toString", ""])
      assert.equal(writtenUnit(unit).described?.unit, "1", unit);
    assert.equal(writtenUnit("%").toBase(50), 0.5);
  });

  it("do not say that less memory is better: it may be free memory", () => {
    assert.equal(writtenUnit("MB").described!.better, null);
    assert.equal(writtenUnit("MB", "lower").described, undefined);
    assert.equal(writtenUnit("ns", "higher").described!.better, "higher");
    assert.equal(writtenUnit("ns").described, undefined);
  });
});

describe("Bencher Metric Format", () => {
  it("has units by convention, percentiles by name and bounds of no known kind", async () => {
    const text = JSON.stringify({
      "tests::a": { latency: { value: 3247, lower_value: 1044, upper_value: 1044 }, "Max Blocks": { value: 4 } },
      "bin.wasm": { "file-size": { value: 42 } },
    });
    const { points, assumed } = readText(text);
    assert.deepEqual(points[0]!.metrics["time_per_op"], { stats: { value: 3.247e-6 } });
    assert.deepEqual(points[1]!.metrics["file_size"]!.stats, { value: 42 });
    assert.ok(assumed.some((sentence) => sentence.startsWith("lower_value and upper_value are left out")));
    const { x, metrics } = await datasetOf({ "bmf.json": text });
    assert.deepEqual(x.values, ["tests::a", "bin.wasm"]);
    assert.deepEqual(Object.keys(metrics), ["time_per_op", "Max_Blocks", "file_size"]);
  });

  it("has several sets of measures since version 1, each for some parameters", async () => {
    const set = (size: number, value: number) => ({
      parameters: { size_mb: size },
      measures: { latency: { value, p99: value * 2, p99_9: value * 3 } },
    });
    const { x, series } = await datasetOf({ "bmf.json": JSON.stringify({ read: [set(1, 10), set(16, 20)] }) });
    assert.equal(x.name, "size_mb");
    assert.deepEqual(series[0]!.x, [1, 16]);
    assert.deepEqual(series[0]!.values["time_per_op"], {
      value: [1e-8, 2e-8],
      p99: [2e-8, 4e-8],
      "p99.9": [3e-8, 6e-8],
    });
  });

  it("is no file whose objects hold something else beside values", () => {
    for (const json of [
      { a: { b: { value: 1, unit: "s" } } },
      { colour: { red: { value: "#f00" } } },
      { a: { value: 1 } },
      { a: {} },
      {},
      { a: [] },
    ])
      assert.throws(() => readText(JSON.stringify(json)), /format-unknown/);
  });
});

describe("github-action-benchmark", () => {
  const result = (name: string, value: number | string, unit: string, range?: string) => ({ name, value, unit, range });

  it("takes the direction from a unit that has one, and none from elsewhere", () => {
    const { points } = readText(JSON.stringify([result("a", 90.5, "ns", "0.5"), result("b", "150", "Megabytes", "3")]));
    assert.deepEqual(points[0]!.metrics, { time_per_op: { stats: { value: 90.5e-9 } } });
    assert.equal(points[1]!.metrics["memory"]!.stats["value"], 150e6);
    assert.equal(points[1]!.metrics["memory"]!.metric!.better, null);
  });

  const commit = (day: number, tool: string, benches: readonly object[]) => ({
    commit: { id: `c${day}`, author: { name: "Some One", email: "someone@example.com" } },
    date: Date.UTC(2026, 0, day),
    tool,
    benches,
  });
  const history = (entries: object) =>
    `window.BENCHMARK_DATA = ${JSON.stringify({ lastUpdate: 1, repoUrl: "", entries }, null, 2)}`;

  it("is drawn over the dates of commits, a line a benchmark", async () => {
    const days = [1, 2, 3].map((day) => commit(day, "go", [result("a", day, "ns/op"), result("b", 10 * day, "ns/op")]));
    const { x, series } = await datasetOf({ "data.js": history({ Suite: days }) });
    assert.equal(x.name, "time");
    assert.deepEqual(
      series.map((one) => [one.label, one.values["time_per_op"]!["value"]]),
      [
        ["a", [1e-9, 2e-9, 3e-9]],
        ["b", [1e-8, 2e-8, 3e-8]],
      ],
    );
    assert.equal(series[0]!.x.length, 3);
  });

  it("knows what a range is from the tool that wrote it, or leaves it out", () => {
    const first = (tool: string, unit: string, range: string) =>
      readText(history({ Suite: [commit(1, tool, [result("a", 100, unit, range)])] })).points[0]!.metrics;
    assert.deepEqual(first("benchmarkjs", "ops/sec", "±0.50%")["ops_rate"]!.ci, {
      low: 99.5,
      high: 100.5,
      level: 0.95,
      method: "t",
    });
    assert.deepEqual(first("benchmarkdotnet", "ns", "± 20")["time_per_op"]!.stats, { value: 1e-7, stdev: 2e-8 });
    assert.deepEqual(first("cargo", "ns/iter", "± 20")["time_per_op"], { stats: { value: 1e-7 } });
    assert.equal(first("customBiggerIsBetter", "points", "")["points"]!.metric!.better, "higher");
  });

  it("says nothing of who committed", () => {
    const reading = readText(history({ Suite: [commit(1, "go", [result("a", 1, "ns/op")])] }));
    assert.doesNotMatch(JSON.stringify(reading), /Some One|example\.com/);
    assert.equal(reading.points[0]!.labels["commit"], "c1");
  });
});
