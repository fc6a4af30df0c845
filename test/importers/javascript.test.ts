import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { datasetOf } from "./dataset-of.ts";
import { readText } from "./read-text.ts";

const fixture = (...path: string[]) => readFileSync(join(import.meta.dirname, "fixtures", ...path), "utf8");

const run = (name: string, avg: number, args: object = {}) => ({ name, args, stats: { avg, min: avg, max: avg } });
const mitata = (benchmarks: readonly object[], groups: readonly (string | null)[] = [null], runtime = "node") =>
  JSON.stringify({
    layout: groups.map((name) => ({ name, types: [] })),
    benchmarks,
    context: { runtime, version: "1.2", arch: "x64", cpu: { name: "Some CPU" }, noop: { fn: { avg: 1 } } },
  });

describe("mitata", () => {
  const text = fixture("mitata", "v1.0.34.json");

  it("keeps what failed in its place, without figures, and says so", () => {
    const { points, warnings } = readText(text);
    assert.deepEqual(points.at(-1)!.metrics, {});
    assert.deepEqual(
      warnings.map(({ code, fact }) => [code, fact]),
      [["benchmark-failed", "boom failed: boom"]],
    );
  });

  it("does not take the calibration for results", () => {
    assert.equal(readText(text).points.length, 6);
  });

  it("keeps samples as a distribution, in seconds", () => {
    const figures = { avg: 2, min: 1, max: 4, p50: 2, p999: 4, samples: [1, 2, 2, 4], ticks: 40 };
    const { time_per_op } = readText(
      mitata([{ alias: "a", group: 0, runs: [{ name: "a", args: {}, stats: figures }] }]),
    ).points[0]!.metrics;
    assert.deepEqual(time_per_op!.stats, { mean: 2e-9, min: 1e-9, max: 4e-9, p50: 2e-9, "p99.9": 4e-9 });
    assert.deepEqual(time_per_op!.histogram, { values: [1e-9, 2e-9, 4e-9], counts: [1, 2, 1] });
    assert.equal(time_per_op!.n, 4);
  });

  it("reads the list of version 0.1", () => {
    const { points, environment } = readText(
      JSON.stringify({
        cpu: "Some CPU",
        runtime: "node v20.20.2 (x64-linux)",
        benchmarks: [
          { name: "noop", group: null, baseline: false, stats: { min: 0.25, max: 8, avg: 0.5, p50: 0.5, p99: 1 } },
          { name: "bad", group: null, baseline: false, error: { message: "no" } },
        ],
      }),
    );
    assert.equal(points[0]!.metrics["time_per_op"]!.stats["mean"], 0.5e-9);
    assert.deepEqual(points[1]!.metrics, {});
    assert.equal(environment["runtime"], "node v20.20.2 (x64-linux)");
  });

  it("is drawn over an argument where all benchmarks have it", async () => {
    const text = mitata([
      { alias: "fib($n)", group: 0, runs: [5, 10, 15].map((n) => run(`fib(${n})`, n, { n })) },
      { alias: "sum($n)", group: 0, runs: [5, 10, 15].map((n) => run(`sum(${n})`, 2 * n, { n })) },
    ]);
    const { x, series } = await datasetOf({ "a.json": text });
    assert.equal(x.name, "n");
    assert.deepEqual(
      series.map((one) => [one.label, one.x, one.values["time_per_op"]!["mean"]]),
      [
        ["fib($n)", [5, 10, 15], [5e-9, 1e-8, 1.5e-8]],
        ["sum($n)", [5, 10, 15], [1e-8, 2e-8, 3e-8]],
      ],
    );
  });

  it("is drawn as bars over names elsewhere, a line a runtime", async () => {
    const of = (runtime: string, factor: number) =>
      mitata(
        [
          { alias: "fib($n)", group: 0, runs: [5, 10].map((n) => run(`fib(${n})`, n * factor, { n })) },
          { alias: "noop", group: 0, runs: [run("noop", factor)] },
        ],
        [null],
        runtime,
      );
    const { x, series, charts } = await datasetOf({ "first.json": of("node", 1), "second.json": of("bun", 2) });
    assert.deepEqual(x.values, ["fib(5)", "fib(10)", "noop"]);
    assert.deepEqual(
      series.map((one) => [one.label, one.values["time_per_op"]!["mean"]]),
      [
        ["bun 1.2", [1e-8, 2e-8, 2e-9]],
        ["node 1.2", [5e-9, 1e-8, 1e-9]],
      ],
    );
    assert.deepEqual(charts["made-time-per-op"], { metric: "time_per_op" });
  });

  it("tells combinations apart of which its titles show only a part", async () => {
    const runs = ["a", "b"].map((kind, i) => run("map 4", i + 1, { n: 4, kind }));
    const { x } = await datasetOf({ "a.json": mitata([{ alias: "map $n", group: 0, runs }]) });
    assert.deepEqual(x.values, ["map $n (n=4, kind=a)", "map $n (n=4, kind=b)"]);
  });

  it("draws ways that stand in several groups as lines over the groups", async () => {
    const text = mitata(
      [0, 1].flatMap((group) =>
        ["native", "lodash"].map((alias, i) => ({ alias, group, runs: [run(alias, 1 + group * 10 + i)] })),
      ),
      ["sort", "map"],
    );
    const { x, series } = await datasetOf({ "a.json": text });
    assert.deepEqual(x.values, ["sort", "map"]);
    assert.deepEqual(
      series.map((one) => [one.label, one.values["time_per_op"]!["mean"]]),
      [
        ["lodash", [2e-9, 1.2e-8]],
        ["native", [1e-9, 1.1e-8]],
      ],
    );
  });
});

describe("tinybench", () => {
  const v2 = { totalTime: 50, min: 1, max: 9, hz: 250, mean: 4, sd: 2, moe: 0.5, p75: 5, p99: 8, p995: 8.5, p999: 9 };

  it("does not mix the mean of rates with the rate of the mean", () => {
    const [plus] = readText(fixture("tinybench", "v6-results.json")).points;
    const { time_per_op, ops_rate } = plus!.metrics;
    assert.equal(ops_rate!.stats["mean"], 2272021.26445672);
    assert.equal(time_per_op!.stats["mean"], 0.0005749184642362137 / 1e3);
    assert.ok(ops_rate!.stats["mean"]! * time_per_op!.stats["mean"]! > 1.3);
    assert.equal(plus!.labels["variant"], "node 20.20.2");
  });

  it("reads version 2, whose times are beside each other, with its samples", () => {
    const task = { name: "a", runs: 2, opts: {}, result: { ...v2, samples: [3, 5] } };
    const { metrics } = readText(JSON.stringify([task, { name: "b", result: { error: {} } }])).points[0]!;
    assert.deepEqual(metrics["ops_rate"], { stats: { value: 250 } });
    assert.deepEqual(metrics["time_per_op"]!.stats, {
      mean: 0.004,
      stdev: 0.002,
      min: 0.001,
      max: 0.009,
      p75: 0.005,
      p99: 0.008,
      "p99.5": 0.0085,
      "p99.9": 0.009,
    });
    assert.deepEqual(metrics["time_per_op"]!.ci, { low: 0.0035, high: 0.0045, level: 0.95, method: "t" });
    assert.deepEqual(metrics["time_per_op"]!.histogram, { values: [0.003, 0.005], counts: [1, 1] });
  });

  it("reads the tables of versions 2 and 6", () => {
    const row = {
      "Task Name": "a",
      "ops/sec": "4,374,223",
      "Average Time (ns)": 200,
      Margin: "±50.00%",
      Samples: 9,
    };
    const { points } = readText(JSON.stringify([row]));
    assert.equal(points[0]!.metrics["ops_rate"]!.stats["mean"], 4374223);
    assert.deepEqual(points[0]!.metrics["time_per_op"], {
      stats: { mean: 200 / 1e9 },
      n: 9,
      nOf: "samples",
      ci: { low: 1e-7, high: 3e-7, level: 0.95, method: "t" },
    });
    const table = readText(fixture("tinybench", "v6-table.json"));
    assert.equal(table.points[1]!.metrics["time_per_op"]!.stats["median"], 1722 / 1e9);
    assert.equal(table.warnings[0]!.fact, "throws failed: nope");
  });

  it("has no figure where a cell is a map", () => {
    const cell = { toString: 0 };
    const { points } = readText(JSON.stringify([{ "Task name": "a", "Latency avg (ns)": cell, Samples: 9 }]));
    assert.deepEqual(points[0]!.metrics, {});
  });
});

describe("vitest bench", () => {
  it("draws ways that stand in several suites as lines over the suites", async () => {
    const group = (fullName: string, mean: number) => ({
      fullName,
      benchmarks: ["native", "own"].map((name, i) => ({
        name,
        mean: mean + i,
        hz: 1000 / (mean + i),
        moe: 0,
        sampleCount: 3,
      })),
    });
    const files = [
      { filepath: "/home/someone/a.bench.ts", groups: [group("a.bench.ts > sort", 1), group("a.bench.ts > map", 5)] },
    ];
    const { x, series } = await datasetOf({ "bench.json": JSON.stringify({ files }) });
    assert.deepEqual(x.values, ["a.bench.ts > sort", "a.bench.ts > map"]);
    assert.deepEqual(
      series.map((one) => [one.label, one.values["time_per_op"]!["mean"], one.values["ops_rate"]!["value"]]),
      [
        ["native", [0.001, 0.005], [1000, 200]],
        ["own", [0.002, 0.006], [500, 166.666666667]],
      ],
    );
  });
});

describe("benchmark.js", () => {
  it("keeps the samples of a suite, and what has none in its place", () => {
    const { points, warnings } = readText(fixture("benchmarkjs", "suite.json"));
    const { time_per_op } = points[0]!.metrics;
    assert.equal(time_per_op!.runs!.length, 10);
    assert.equal(time_per_op!.runs![1], 1.4085672673257938e-8);
    assert.equal(time_per_op!.stats["min"], 1.3510571670871806e-8);
    assert.equal(time_per_op!.ci!.low, 1.4120661848751889e-8 - 6.378917206901194e-10);
    assert.deepEqual(points[2]!.metrics["time_per_op"]!.stats, { mean: null, stdev: null });
    assert.deepEqual(
      warnings.map((one) => one.code),
      ["benchmark-failed"],
    );
  });

  it("reads a list of benchmarks, and one after another", () => {
    const suite = JSON.parse(fixture("benchmarkjs", "suite.json")) as Record<string, object>;
    const list = [suite["0"], suite["1"]];
    assert.deepEqual(
      readText(JSON.stringify(list)).points,
      readText(list.map((one) => JSON.stringify(one)).join("\n")).points,
    );
  });

  it("takes the last x of a line for the one before the figures, and every line twice for two runs", () => {
    const text =
      "a x b x 1,234.5 ops/sec ±10% (90 runs sampled)\n  c x 28.33 ops/sec +-3.3% (1 run sampled)\nDone x 3\n";
    const { points } = readText(`Running 2 benchmarks on Chromium...\n${text}`);
    assert.deepEqual(
      points.map((point) => [point.series, point.metrics["ops_rate"]!.stats["value"], point.metrics["ops_rate"]!.n]),
      [
        ["a x b", 1234.5, 90],
        ["c", 28.33, 1],
      ],
    );
    assert.deepEqual(points[0]!.metrics["ops_rate"]!.ci, { low: 1111.05, high: 1357.95, level: 0.95, method: "t" });
  });
});
