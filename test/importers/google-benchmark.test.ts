import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { googleName } from "../../src/importers/google-benchmark-name.ts";
import { readText } from "./read-text.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", "google-benchmark", name), "utf8");

describe("Google Benchmark", () => {
  it("takes repetitions for runs, each row in its own unit, and does not count aggregates again", () => {
    const row = (more: object) => ({ name: "BM_A/8", run_name: "BM_A/8", time_unit: "us", cpu_time: 1, ...more });
    const { points } = readText(
      JSON.stringify({
        context: { executable: "./b", library_build_type: "release" },
        benchmarks: [
          row({ run_type: "iteration", iterations: 10, real_time: 2.5, hits: 4 }),
          row({ run_type: "iteration", iterations: 30, real_time: 3500, time_unit: "ns", hits: 6 }),
          row({ run_type: "aggregate", aggregate_name: "mean", real_time: 3 }),
        ],
      }),
    );
    assert.equal(points.length, 1);
    const { time_per_op: time, hits } = points[0]!.metrics;
    assert.deepEqual(time!.runs, [2.5e-6, 3.5e-6]);
    assert.deepEqual([time!.n, time!.nOf, time!.stats["mean"]], [2, "runs", 3e-6]);
    assert.equal(hits!.stats["mean"], 5);
    assert.deepEqual(points[0]!.counts, { iterations: 40 });
  });

  it("has aggregates where no repetition is listed: no ratio and no fit among them", () => {
    const { points } = readText(fixture("aggregates-only.json"));
    assert.deepEqual(Object.keys(points[0]!.metrics["time_per_op"]!.stats), ["mean", "median", "stdev"]);
    assert.deepEqual([points[0]!.metrics["time_per_op"]!.n, points[0]!.metrics["transferred"]!.n], [3, 3]);
    assert.equal(points.length, 8);
  });

  it("reads files of versions that name aggregates in the name alone", () => {
    const row = (name: string, time: number) => ({
      name,
      iterations: 3,
      real_time: time,
      cpu_time: time,
      time_unit: "ms",
    });
    const { points } = readText(
      JSON.stringify({
        context: { library_build_type: "release" },
        benchmarks: [
          row("BM_A/8", 3),
          row("BM_A/8", 3),
          row("BM_A/8_mean", 3),
          row("BM_B_mean", 5),
          row("BM_B_stddev", 1),
          { name: "BM_B_RMS", rms: 0.25 },
        ],
      }),
    );
    assert.deepEqual(
      points.map((point) => [
        point.fullName,
        point.metrics["time_per_op"]!.runs,
        point.metrics["time_per_op"]!.stats["stdev"],
      ]),
      [
        ["BM_A/8", [0.003, 0.003], 0],
        ["BM_B", undefined, 0.001],
      ],
    );
  });

  it("says what failed and what spoils the figures, and draws the rest over its parameter", async () => {
    const text = fixture("plain.json").replace('"cpu_scaling_enabled": false', '"cpu_scaling_enabled": true');
    const { dataset, diagnostics, leftOut } = await importTexts(
      [{ file: "copy.json", bytes: new TextEncoder().encode(text) }],
      { name: "copy" },
    );
    assert.deepEqual(diagnostics.map((one) => one.code).toSorted(), ["benchmark-failed", "cpu-scaling", "debug-build"]);
    const { x, series } = JSON.parse(dataset!) as { x: { name: string }; series: { label: string; x: number[] }[] };
    assert.equal(x.name, "parameter");
    assert.deepEqual(series[0]!.x, [64, 512, 4096, 32768, 65536]);
    assert.deepEqual(leftOut, ["1 host name"]);
  });

  it("takes names apart", () => {
    assert.deepEqual(googleName("BM_Copy<int>/8/align:16/32/threads:4/min_time:2.000/real_time"), {
      series: "BM_Copy<int>",
      parameters: { parameter: "8", align: "16", parameter_2: "32", threads: "4" },
    });
    assert.deepEqual(googleName("Fixture/Method/manual_time"), { series: "Fixture/Method", parameters: {} });
  });

  it("reads what it prints on a terminal", () => {
    const { points, warnings, environment } = readText(
      [
        "2026-11-23T06:00:10+00:00",
        "Running ./b",
        "Run on (2 X 2600 MHz CPU s)",
        "***WARNING*** Library was built as DEBUG. Timings may be affected.",
        "--------------------------------------------------------------------------------",
        "Benchmark                      Time             CPU   Iterations UserCounters...",
        "--------------------------------------------------------------------------------",
        "BM_Copy/64                  15.0 ns         12.8 ns     10482446 bytes_per_second=4Gi/s cmp=1.5k",
        "BM_Copy/64                  17.0 ns         12.8 ns     10482446 bytes_per_second=2Gi/s cmp=2.5k",
        "BM_Copy/64_mean             16.0 ns         12.8 ns            2 bytes_per_second=3Gi/s cmp=2k",
        "BM_Copy/64_cv               8.84 %          0.00 %             2",
        "BM_Copy_BigO                0.03 N          0.02 N    ",
        "BM_Copy_RMS                    3 %             3 %    ",
        "BM_Skip                ERROR OCCURRED: 'no device'",
        "BM_Slow_mean                1.25 s          1.20 s             3",
      ].join("\n"),
    );
    assert.deepEqual(
      points.map((point) => [
        point.fullName,
        point.metrics["time_per_op"]!.stats["max"] ?? point.metrics["time_per_op"]!.stats["mean"],
      ]),
      [
        ["BM_Copy/64", 17e-9],
        ["BM_Slow", 1.25],
      ],
    );
    assert.deepEqual(points[0]!.metrics["transferred"]!.runs, [4 * 1024 ** 3, 2 * 1024 ** 3]);
    assert.equal(points[0]!.metrics["cmp"]!.stats["mean"], 2000);
    assert.equal(points[1]!.metrics["time_per_op"]!.n, 3);
    assert.deepEqual(
      warnings.map((one) => one.code),
      ["debug-build", "benchmark-failed"],
    );
    assert.equal(environment["num_cpus"], 2);
  });

  it("reads its CSV, behind the context too", () => {
    const { points } = readText(
      [
        "Running ./b",
        "name,iterations,real_time,cpu_time,time_unit,bytes_per_second,items_per_second,label,error_occurred,error_message",
        '"BM_A/8",1000,2.5,2.25,us,4096,,,,',
        '"BM_B",,,,,,,,true,"no, device"',
      ].join("\n"),
    );
    assert.equal(points.length, 1);
    assert.deepEqual(points[0]!.metrics["cpu_time_per_op"]!.runs, [2.25e-6]);
    assert.equal(points[0]!.metrics["transferred"]!.stats["mean"], 4096);
    assert.equal(points[0]!.metrics["items_per_second"], undefined);
  });
});
