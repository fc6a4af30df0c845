import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { readText } from "./read-text.ts";

const text = readFileSync(join(import.meta.dirname, "fixtures", "go-bench", "count5.txt"), "utf8");

async function seriesOf(output: string) {
  const { dataset, diagnostics } = await importTexts([{ file: "new.txt", bytes: new TextEncoder().encode(output) }], {
    name: "sort",
  });
  assert.ok(dataset !== null, JSON.stringify(diagnostics));
  const { x, series } = JSON.parse(dataset) as {
    x: { name: string; values?: string[] };
    series: { label: string; x: number[] | string[] }[];
  };
  return { x, lines: series.map((one) => [one.label, one.x]) };
}

describe("go test -bench", () => {
  it("takes the lines of one name for runs, and figures to their base units", () => {
    const { points } = readText(text);
    const { time_per_op: time, transferred, allocated } = points[3]!.metrics;
    assert.equal(points.length, 5);
    assert.deepEqual(time!.runs, [849.8e-9, 952.6e-9, 1359e-9, 1465e-9, 956e-9]);
    assert.equal(transferred!.stats["max"], 37.66e6);
    assert.equal(allocated!.stats["mean"], 456);
    assert.deepEqual(points[4]!.metrics["widgets/op"]!.metric, {
      label: "widgets/op",
      unit: "1",
      display: "1",
      better: null,
      denominator: null,
    });
  });

  it("splits names into function, parameters and GOMAXPROCS", () => {
    const names = readText(
      ["Sort/quick/n=100-8", "Sort/quick/n=1e3", "_Fast/64-8", "Get/a=1/a=2-8"]
        .map((name) => `Benchmark${name} \t 100\t 5 ns/op`)
        .join("\n"),
    ).points;
    assert.deepEqual(
      names.map(({ series, fullName, parameters, x }) => [series, fullName, parameters, x.map((one) => one.name)]),
      [
        ["Sort/quick", "Sort/quick/n=100-8", { n: "100", gomaxprocs: "8" }, ["n", "gomaxprocs"]],
        ["Sort/quick", "Sort/quick/n=1e3-1", { n: "1e3", gomaxprocs: "1" }, ["n", "gomaxprocs"]],
        ["Fast", "Fast/64-8", { parameter: "64", gomaxprocs: "8" }, ["parameter", "gomaxprocs"]],
        ["Get/a=2", "Get/a=1/a=2-8", { a: "1", gomaxprocs: "8" }, ["a", "gomaxprocs"]],
      ],
    );
  });

  it("does not guess what 1k is", () => {
    const [point] = readText("BenchmarkSort/n=1k-8 100 5 ns/op").points;
    assert.deepEqual([point!.parameters, point!.x.map((one) => one.name)], [{ n: "1k" }, ["gomaxprocs"]]);
  });

  it("is bars over names, a line over a parameter, a line each for the others", async () => {
    assert.deepEqual((await seriesOf(text)).x.values, [
      "Sort/n=100",
      "Sort/n=1000",
      "Sort/n=10000",
      "JSON",
      "BufferParallel",
    ]);
    const sorted = text.replace(/^Benchmark(?:JSON|Buffer).*\n/gm, "");
    assert.deepEqual((await seriesOf(sorted)).lines, [["Sort", [100, 1000, 10000]]]);
    const merge = sorted.replaceAll("Sort/", "Sort/algo=merge/") + sorted.replaceAll("Sort/", "Sort/algo=heap/");
    const { x, lines } = await seriesOf(merge);
    assert.equal(x.name, "n");
    assert.deepEqual(lines, [
      ["Sort algo=heap", [100, 1000, 10000]],
      ["Sort algo=merge", [100, 1000, 10000]],
    ]);
  });

  it("draws those of several benchmarks that have the parameter asked for, and tells of the others", async () => {
    const files = [{ file: "new.txt", bytes: new TextEncoder().encode(text) }];
    const { dataset, diagnostics } = await importTexts(files, { name: "sort", x: "n" });
    const { series } = JSON.parse(dataset!) as { series: { label: string; x: number[] }[] };
    assert.deepEqual(
      series.map((one) => [one.label, one.x]),
      [["Sort", [100, 1000, 10000]]],
    );
    assert.deepEqual(
      diagnostics.map((one) => [one.code, one.fact]),
      [["x-missing", "2 of 5 points have no n: they are left out"]],
    );
    const none = await importTexts(files, { name: "sort", x: "size" });
    assert.equal(none.diagnostics[0]!.code, "x-unknown");
  });

  it("draws a line for each commit that one file holds, as benchstat compares them", async () => {
    const results = "pkg: example.com/a\nBenchmarkX-2 10 5 ns/op\nBenchmarkY-2 10 7 ns/op\n";
    const both = await seriesOf(`goos: linux\ncommit: aaa\n${results}\ncommit: bbb\n${results}`);
    assert.deepEqual(both.lines, [
      ["aaa", ["X", "Y"]],
      ["bbb", ["X", "Y"]],
    ]);
    const swept = "BenchmarkX/n=1-2 10 5 ns/op\nBenchmarkX/n=2-2 10 7 ns/op\n";
    assert.deepEqual((await seriesOf(`commit: aaa\n${swept}commit: bbb\n${swept}`)).lines, [
      ["X commit=aaa", [1, 2]],
      ["X commit=bbb", [1, 2]],
    ]);
  });

  it("has a line for each value of a parameter in words with which everything was measured", async () => {
    const each = (suffixes: readonly string[]) => suffixes.map((one) => `Benchmark${one} 10 5 ns/op\n`).join("");
    const whole = await seriesOf(each(["Put/map=tree", "Put/map=hash", "Get/map=tree", "Get/map=hash"]));
    assert.deepEqual(whole.lines, [
      ["hash", ["Put", "Get"]],
      ["tree", ["Put", "Get"]],
    ]);
    const gap = await seriesOf(each(["Put/map=tree", "Put/map=hash", "Get/map=tree"]));
    assert.deepEqual(gap.lines, [["sort", ["Put map=tree", "Put map=hash", "Get"]]]);
  });

  it("says the same whatever the order of its lines", () => {
    const figures = (lines: readonly string[]) =>
      readText(lines.join("\n"))
        .points.map(({ fullName, metrics }) =>
          JSON.stringify([fullName, Object.values(metrics).map((one) => one.stats)]),
        )
        .toSorted();
    const lines = text.split("\n").filter((line) => line.startsWith("BenchmarkSort"));
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) =>
        assert.deepEqual(figures(shuffled), figures(lines)),
      ),
      { numRuns: 30 },
    );
  });

  it("reads the same from events, which cut lines and mix packages", () => {
    const event = (name: string, output: string) =>
      JSON.stringify({ Time: "2026-11-23T10:00:00Z", Action: "output", Package: name, Output: output });
    const events = [
      JSON.stringify({ Action: "start", Package: "example.com/a" }),
      event("example.com/a", "goos: linux\n"),
      event("example.com/a", "BenchmarkX-2 \t"),
      event("example.com/b", "BenchmarkX-2 \t  100\t 7.5 ns/op\n"),
      event("example.com/a", "  200\t 4.25 ns/op\n"),
    ];
    const { format, points } = readText(events.join("\n"));
    assert.equal(format, "go-test-json");
    assert.deepEqual(
      points.map((point) => [point.series, point.metrics["time_per_op"]!.stats["mean"]]),
      [
        ["a.X", 4.25e-9],
        ["b.X", 7.5e-9],
      ],
    );
  });

  it("passes over what a benchmark prints, and takes the file's word for units", () => {
    const { points, environment } = readText(
      "goos: linux\nUnit hits/op better=higher\nUnit p99-ns better=lower\nBenchmarkX-2 \tloaded 3 files\n  100\t 5 ns/op\t 12.5 hits/op\t 2e+03 p99-ns\nBenchmarkx 12 pages\n",
    );
    assert.equal(points.length, 1);
    assert.equal(points[0]!.metrics["hits/op"]!.metric!.better, "higher");
    assert.equal(points[0]!.metrics["p99-ns"]!.stats["mean"], 2e-6);
    assert.equal(environment["goos"], "linux");
  });
});
