import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { datasetOf } from "./dataset-of.ts";
import { readText } from "./read-text.ts";

const benchmark = (method: string, mean: number, more: object = {}) => ({
  DisplayInfo: `Sorting.${method}: DefaultJob`,
  Namespace: null,
  Type: "Sorting",
  Method: method,
  MethodTitle: method,
  Parameters: "",
  FullName: `Sorting.${method}`,
  Statistics: {
    OriginalValues: [mean - 1, mean + 1],
    N: 2,
    Mean: mean,
    Median: mean,
    Min: mean - 1,
    Max: mean + 1,
    StandardDeviation: 1.5,
    StandardError: 1,
    ConfidenceInterval: { N: 2, Level: 12, Lower: mean - 5, Upper: mean + 5 },
    Percentiles: { P0: mean - 1, P95: mean + 0.5, P100: mean + 1 },
  },
  Memory: { Gen0Collections: 168, BytesAllocatedPerOperation: 672 },
  ...more,
});
const report = (benchmarks: readonly object[], runtime = ".NET 9.0.14 (9.0.14, 9.0.1426.11910)") =>
  JSON.stringify({
    Title: "Sorting",
    HostEnvironmentInfo: { BenchmarkDotNetVersion: "0.15.6", ProcessorName: "Some CPU", RuntimeVersion: runtime },
    Benchmarks: benchmarks,
  });

describe("BenchmarkDotNet JSON", () => {
  it("is in nanoseconds, with each iteration, an interval of 99.9 % and bytes per operation", () => {
    const reading = readText(report([benchmark("Quick", 1000)]));
    const { time_per_op, allocated } = reading.points[0]!.metrics;
    assert.deepEqual(time_per_op, {
      stats: {
        mean: 1e-6,
        median: 1e-6,
        stdev: 1.5e-9,
        stderr: 1e-9,
        min: 9.99e-7,
        max: 1.001e-6,
        p95: 1.0005e-6,
      },
      n: 2,
      nOf: "iterations",
      stdevKind: "sample",
      ci: { low: 9.95e-7, high: 1.005e-6, level: 0.999, method: "t" },
      runs: [9.99e-7, 1.001e-6],
      percentiles: "interpolated",
    });
    assert.deepEqual(allocated, { stats: { value: 672 } });
    assert.equal(reading.toolVersion, "0.15.6");
    assert.equal(reading.environment["cpu"], "Some CPU");
  });

  it("had other levels and a normal distribution before version 0.10", () => {
    const old = { Statistics: { N: 20, Mean: 10, ConfidenceInterval: { Level: 6, Lower: 8, Upper: 12 } } };
    const { ci } = readText(report([benchmark("Quick", 10, old)])).points[0]!.metrics["time_per_op"]!;
    assert.deepEqual(ci, { low: 8e-9, high: 1.2e-8, level: 0.95, method: "normal" });
  });

  it("keeps a benchmark that failed, and an interval without ends is none", () => {
    const single = benchmark("One", 5, {
      Statistics: { N: 1, Mean: 5, ConfidenceInterval: { N: 1, Level: 12, Lower: "?" } },
    });
    const text = report([single, benchmark("Bad", 1, { Statistics: null, Memory: null })]);
    const { points, warnings } = readText(text.replace('"?"', "NaN"));
    assert.equal(points[0]!.metrics["time_per_op"]!.ci, undefined);
    assert.deepEqual(points[1]!.metrics, {});
    assert.equal(warnings[0]!.fact, "Bad failed");
  });

  it("is drawn over a parameter, a line a method and job", async () => {
    const all = ["Quick", "Merge"].flatMap((method, m) =>
      [".NET 8.0", ".NET 9.0"].flatMap((runtime, r) =>
        [10, 100].map((n) =>
          benchmark(method, n * (1 + m) * (1 + r), {
            DisplayInfo: `Sorting.${method}: Job-CZIFCN(Runtime=${runtime}, Toolchain=net) [N=${n}]`,
            Parameters: `N=${n}`,
          }),
        ),
      ),
    );
    const { x, series } = await datasetOf({ "report.json": report(all) });
    assert.equal(x.name, "N");
    assert.deepEqual(
      series.map((one) => [one.label, one.x, one.values["time_per_op"]!["mean"]]),
      [
        ["Merge job=.NET 8.0", [10, 100], [2e-8, 2e-7]],
        ["Merge job=.NET 9.0", [10, 100], [4e-8, 4e-7]],
        ["Quick job=.NET 8.0", [10, 100], [1e-8, 1e-7]],
        ["Quick job=.NET 9.0", [10, 100], [2e-8, 2e-7]],
      ],
    );
  });

  it("is drawn as bars over methods and words, a line a job", async () => {
    const all = ["Short", "Long"].flatMap((job, j) =>
      ["a&b", "c=d"].map((text, t) =>
        benchmark("Parse", 10 * (1 + j) + t, {
          DisplayInfo: `Sorting.Parse: ${job}(IterationCount=3) [Text=${text}]`,
          Parameters: `Text=${text}`,
        }),
      ),
    );
    const { x, series } = await datasetOf({ "report.json": report(all) });
    assert.deepEqual(x.values, ["Parse (Text=a&b)", "Parse (Text=c=d)"]);
    assert.deepEqual(
      series.map((one) => [one.label, one.values["time_per_op"]!["mean"]]),
      [
        ["Long", [2e-8, 2.1e-8]],
        ["Short", [1e-8, 1.1e-8]],
      ],
    );
  });

  it("compares files of two runtimes", async () => {
    const of = (runtime: string, mean: number) => report([benchmark("Quick", mean), benchmark("Merge", mean)], runtime);
    const { series } = await datasetOf({
      "a.json": of(".NET 8.0.1 (8.0.1, X64)", 20),
      "b.json": of(".NET 9.0.14 (9.0.14, X64)", 10),
    });
    assert.deepEqual(
      series.map((one) => one.label),
      [".NET 8.0.1", ".NET 9.0.14"],
    );
  });
});

describe("BenchmarkDotNet tables", () => {
  const markdown = [
    "``` ini",
    "",
    "BenchmarkDotNet=v0.12.1, OS=Windows 10.0.17763.1637",
    "  [Host] : .NET Core 5.0.0",
    "",
    "```",
    "| Method |           Job |       Runtime |    N |       Mean |    Error |  StdDev | Ratio | Allocated |",
    "|------- |-------------- |-------------- |----- |-----------:|---------:|--------:|------:|----------:|",
    "|  **Seal** | **.NET Core 5.0** | **.NET Core 5.0** | **1024** | **7.454 μs** | **0.05 μs** | **0.02 μs** |  **1.00** | **2.5 KB** |",
    "|   Open | .NET Core 5.0 | .NET Core 5.0 | 1024 | 1,234.5 ns |   1.0 ns | 2.00 ns |  0.47 |         - |",
    "|        |               |               |      |            |          |         |       |           |",
    "|   Seal |    CoreRt 5.0 |    CoreRt 5.0 | 1024 |         NA |       NA |      NA |     ? |         - |",
    "",
    "Benchmarks with issues: some | thing",
  ].join("\n");

  it("have a unit in each cell, K as 1024 and half of an interval as error", () => {
    const { points, toolVersion, warnings, format } = readText(markdown);
    assert.equal(format, "benchmarkdotnet-markdown");
    assert.equal(toolVersion, "0.12.1");
    assert.deepEqual(
      points.map((point) => [point.series, point.labels["variant"], point.x[0]!.value]),
      [
        ["Seal", ".NET Core 5.0", 1024],
        ["Open", ".NET Core 5.0", 1024],
        ["Seal", "CoreRt 5.0", 1024],
      ],
    );
    const { time_per_op, allocated } = points[0]!.metrics;
    assert.deepEqual(time_per_op!.stats, { mean: 7.454e-6, stdev: 2e-8 });
    assert.deepEqual(time_per_op!.ci!.level, 0.999);
    assert.ok(Math.abs(time_per_op!.ci!.high - 7.504e-6) < 1e-18);
    assert.equal(allocated!.stats["value"], 2560);
    assert.equal(points[1]!.metrics["time_per_op"]!.stats["mean"], 1.2345e-6);
    assert.equal(points[1]!.metrics["allocated"]!.stats["value"], 0);
    assert.equal(points[2]!.metrics["time_per_op"], undefined);
    assert.deepEqual(
      warnings.map((one) => one.fact),
      ["Seal failed"],
    );
  });

  it("may have no bar at the beginning of lines", () => {
    const { points } = readText(
      " Method |     Mean |    Error |   StdDev |\n------- |---------:|---------:|---------:|\n    Foo | 1.500 ns | 0.100 ns | 0.100 ns |\n",
    );
    assert.equal(points[0]!.metrics["time_per_op"]!.stats["mean"], 1.5e-9);
  });

  it("are CSV with every setting as a column, in the decimals of the machine", () => {
    const header = "Method;Job;Runtime;Toolchain;WarmupCount;N;Mean;Error;StdDev;Gen0;Allocated";
    const rows = ["'Old lock';DefaultJob;.NET 9.0;Default;16;10;1.234,5 ns;1,0 ns;2,00 ns;0,1;1,5 KB"];
    const { points, format } = readText([header, ...rows].join("\n"));
    assert.equal(format, "benchmarkdotnet-csv");
    assert.deepEqual(points[0]!.parameters, { N: "10" });
    assert.equal(points[0]!.series, "Old lock");
    assert.equal(points[0]!.metrics["time_per_op"]!.stats["mean"], 1.2345e-6);
    assert.equal(points[0]!.metrics["allocated"]!.stats["value"], 1536);
    const plain = readText(
      [header, ...rows]
        .join("\n")
        .replaceAll(",", "#")
        .replaceAll(";", ",")
        .replace("1.234#5 ns", '"1,234.5 ns"')
        .replaceAll("#", "."),
    );
    assert.equal(plain.points[0]!.metrics["time_per_op"]!.stats["mean"], 1.2345e-6);
  });
});
