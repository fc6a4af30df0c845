import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { criterionFolders } from "../../src/importers/criterion-name.ts";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { readText } from "./read-text.ts";

const folder = join(import.meta.dirname, "fixtures", "criterion");
const filesOf = (pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }));

interface Made {
  readonly x: { name: string; values?: string[] };
  readonly series: { label: string; x: unknown[]; values: Record<string, Record<string, unknown>> }[];
}

async function made(files: Parameters<typeof importTexts>[0]) {
  const all = await importTexts(files, { name: "fib" });
  assert.ok(all.dataset !== null, JSON.stringify(all.diagnostics));
  return { ...(JSON.parse(all.dataset) as Made), said: all };
}

describe("criterion", () => {
  it("reads name, throughput and samples beside the estimates, and takes in no file twice", async () => {
    const { x, series, said } = await made(filesOf(/recursive.*json$/));
    assert.equal(x.name, "parameter");
    assert.deepEqual([series[0]!.label, series[0]!.x], ["fib/recursive", [5, 10, 15]]);
    const { time_per_op: time } = series[0]!.values;
    assert.deepEqual(time!["n"], [20, 20, 20]);
    assert.equal((time!["runs"] as number[][])[0]!.length, 20);
    assert.deepEqual(time!["ci"], { level: 0.95, method: "bootstrap" });
    assert.deepEqual((time!["mean"] as number[])[0], 1.24605096027e-8);
    assert.deepEqual(said.diagnostics, []);
    assert.deepEqual(said.assumed, [
      "mad, slope of time_per_op are left out: a dataset has mean, median, extremes, deviation and percentiles.",
    ]);
  });

  it("has bars over names where there are several functions", async () => {
    const { x, series } = await made(filesOf(/(?:estimates|benchmark)\.json$/));
    assert.deepEqual(x.values!.toSorted(), [
      "fib 10",
      "fib/recursive/10",
      "fib/recursive/15",
      "fib/recursive/5",
      "sum bytes/1024",
      "sum bytes/65536",
    ]);
    const transferred = series[0]!.values["transferred"]!["value"] as (number | null)[];
    assert.equal(transferred[x.values!.indexOf("sum bytes/1024")], 7724427899.2);
  });

  it("is named by its folders without benchmark.json, and a baseline is a line of its own", async () => {
    const estimates = filesOf(/recursive.*estimates/);
    const slower = estimates.map(({ file, bytes }) => ({
      file: file.replace("/new/", "/main/"),
      bytes: Buffer.from(bytes.toString().replace(/"point_estimate":1/g, '"point_estimate":2')),
    }));
    const { series, said } = await made([...estimates, ...slower]);
    assert.deepEqual(
      series.map((one) => [one.label, one.x]),
      [
        ["fib/recursive", [5, 10, 15]],
        ["fib/recursive baseline=main", [5, 10, 15]],
      ],
    );
    assert.match(said.dataset!, /no benchmark\.json/);
  });

  it("says which file to bring instead of a part", async () => {
    const { dataset, diagnostics } = await importTexts(filesOf(/recursive.5.*sample/), { name: "fib" });
    assert.equal(dataset, null);
    assert.equal(diagnostics[0]!.code, "no-points");
    assert.match(diagnostics[0]!.help, /new\/estimates\.json/);
    const change = { point_estimate: -0.01, confidence_interval: {}, standard_error: 0.001 };
    assert.equal(readText(JSON.stringify({ mean: change, median: change })).format, "criterion-part");
  });

  it("reads files of versions before 0.3", () => {
    const old = filesOf(/recursive.5.*estimates/)[0]!
      .bytes.toString()
      .replace(/"(mean|median|median_abs_dev|slope|std_dev)"/g, (_, name: string) =>
        JSON.stringify(name.replace(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase())),
      );
    const { stats } = readText(old).points[0]!.metrics["time_per_op"]!;
    assert.deepEqual(Object.keys(stats), ["mean", "median", "stdev", "mad", "slope"]);
  });

  it("takes the folders below criterion for the name, and no other folder of a machine", () => {
    assert.deepEqual(criterionFolders("target/criterion/fib/new/estimates.json"), { title: "fib", baseline: "new" });
    assert.deepEqual(criterionFolders("/home/ann/code/fib/10/base/estimates.json"), {
      title: "fib/10",
      baseline: "base",
    });
    assert.equal(criterionFolders("estimates.json"), null);
  });

  it("reads what it prints: long names on a line of their own, and not the change", () => {
    const { points } = readText(
      [
        "Benchmarking a name that is much longer than its column: Analyzing",
        "a name that is much longer than its column/elements",
        "                        time:   [1.5125 µs 1.5231 µs 1.5366 µs]",
        "                        thrpt:  [6.7 Melem/s 6.5 Melem/s 6.4 Melem/s]",
        "                 change:",
        "                        time:   [-0.5012% +0.0211% +0.5542%] (p = 0.94 > 0.05)",
        "                        thrpt:  [-0.5511% -0.0211% +0.5037%]",
        "fib/10                  time:   [900.00 ps 1.0000 ns 2.5000 ns]",
      ].join("\n"),
    );
    assert.deepEqual(
      points.map(({ fullName, series, parameters }) => [fullName, series, parameters]),
      [
        [
          "a name that is much longer than its column/elements",
          "a name that is much longer than its column/elements",
          {},
        ],
        ["fib/10", "fib", { parameter: "10" }],
      ],
    );
    assert.equal(points[0]!.metrics["elements_per_second"]!.stats["value"], 6.5e6);
    const { stats, ci } = points[1]!.metrics["time_per_op"]!;
    assert.deepEqual([stats["value"], ci], [1e-9, { low: 9e-10, high: 2.5e-9, level: 0.95, method: "bootstrap" }]);
  });
});

describe("cargo-criterion", () => {
  const estimate = (value: number, unit = "ns") => ({
    estimate: value,
    lower_bound: value - 1,
    upper_bound: value + 1,
    unit,
  });
  const message = (more: object) =>
    JSON.stringify({
      reason: "benchmark-complete",
      id: "sum/1024",
      report_directory: "/home/ann/target/criterion/reports/sum/1024",
      iteration_count: [10, 20],
      measured_values: [100, 240],
      unit: "ns",
      throughput: [{ per_iteration: 1024, unit: "bytes" }],
      typical: estimate(16),
      mean: estimate(11),
      median: estimate(0.011, "us"),
      median_abs_dev: estimate(1),
      slope: null,
      change: { mean: estimate(-0.01, "%"), change: "NoChange" },
      ...more,
    });
  const end = JSON.stringify({ reason: "group-complete", group_name: "sum", benchmarks: ["sum/1024"] });

  it("has estimates, each in its unit, and the time of an iteration in each sample", () => {
    const { points } = readText(`${message({})}\n${end}\n`);
    assert.equal(points.length, 1);
    const { time_per_op: time, transferred } = points[0]!.metrics;
    assert.deepEqual(time!.runs, [10e-9, 12e-9]);
    assert.deepEqual([time!.stats["mean"], time!.stats["median"], time!.ci!.low], [11e-9, 11e-9, 10e-9]);
    assert.equal(time!.stats["slope"], undefined);
    assert.equal(transferred!.stats["value"], 1024 / 16e-9);
    assert.deepEqual(points[0]!.x, [{ name: "parameter", value: 1024, unit: null }]);
    assert.deepEqual(points[0]!.counts, { iterations: 30 });
  });

  it("keeps a measurement of another kind in its own unit", () => {
    const cycles = { unit: "cycles", typical: estimate(10, "cycles"), mean: estimate(10, "cycles") };
    const { metrics } = readText(`${message(cycles)}\n${end}\n`).points[0]!;
    assert.deepEqual(Object.keys(metrics), ["value"]);
    assert.deepEqual([metrics["value"]!.metric!.label, metrics["value"]!.stats["mean"]], ["cycles", 11]);
  });
});

describe("cargo bench with Rust's own harness", () => {
  it("has a median, thousands with commas, and a distance that is no deviation", () => {
    const { points } = readText(
      [
        "running 3 tests",
        "test sort::quick ... bench:      18,794.12 ns/iter (+/- 440.25) = 512 MB/s",
        "test mov ... bench:        1,508 cycles/iter (+/- 17)",
        "test upload ... bench:        1911 MS/s (+/- 420)",
        "test other ... ok",
      ].join("\n"),
    );
    assert.equal(points.length, 3);
    const [first, second, third] = points.map((point) => point.metrics);
    assert.deepEqual(first!["time_per_op"]!.stats, { median: 18794.12 / 1e9 });
    assert.equal(first!["transferred"]!.stats["value"], 512e6);
    assert.deepEqual(second!["cycles/iter"]!.stats, { median: 1508 });
    assert.deepEqual([second!["cycles/iter"]!.metric!.better, third!["MS/s"]!.metric!.better], ["lower", "higher"]);
  });
});
