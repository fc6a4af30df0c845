import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { jmhUnit } from "../../src/importers/jmh-unit.ts";
import { shortNames } from "../../src/importers/short-names.ts";
import { readText } from "./read-text.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", "jmh", name), "utf8");

describe("JMH JSON", () => {
  const { points, environment, toolVersion, warnings } = readText(fixture("lists.json"));

  it("has the mean with its interval, and the iterations of all forks", () => {
    const { time_per_op: time, allocated } = points[0]!.metrics;
    assert.deepEqual(time!.runs, [2.25e-6, 2.5e-6, 2.5e-6, 2.75e-6]);
    assert.deepEqual([time!.n, time!.nOf, time!.stdevKind], [4, "iterations", "sample"]);
    assert.deepEqual(time!.ci, { low: 1.75e-6, high: 3.25e-6, level: 0.999, method: "t" });
    assert.deepEqual(
      Object.keys(time!.stats).toSorted(),
      ["max", "mean", "median", "min", "stdev"],
      "percentiles of four iterations are left out",
    );
    assert.equal(allocated!.stats["mean"], 416.5);
    assert.equal(points[0]!.metrics["gc.count"], undefined);
  });

  it("tells what is better when more from what is better when less", () => {
    const { ops_rate: rate, time_per_op: time } = points[2]!.metrics;
    assert.equal(rate!.stats["mean"], 400_000);
    assert.equal(rate!.ci, undefined, "NaN is no interval");
    assert.equal(time, undefined);
  });

  it("keeps the distribution of mode sample", () => {
    const { time_per_op: time } = points[3]!.metrics;
    assert.deepEqual(time!.histogram, { values: [1e-6, 1.5e-6, 2e-6, 4e-6], counts: [2, 2, 3, 1] });
    assert.deepEqual([time!.n, time!.nOf, time!.stats["p50"], time!.stats["p99.9"]], [8, "samples", 1.5e-6, undefined]);
  });

  it("names the benchmark shortly, its parameters apart", () => {
    const [first] = points;
    assert.equal(first!.series, "ListBench.sum");
    assert.equal(first!.labels["benchmark"], "org.example.list.ListBench.sum");
    assert.deepEqual(first!.x, [
      { name: "size", value: 100, unit: null },
      { name: "threads", value: 1, unit: null },
    ]);
    assert.deepEqual([toolVersion, environment["jdkVersion"], warnings], ["1.37", "21.0.2", []]);
    assert.equal(environment["jvm"], undefined, "a path says more about the person than about the JVM");
  });

  it("becomes a line over the parameter that varies, one for each mode", async () => {
    const { dataset } = await importTexts(
      [{ file: "lists.json", bytes: new TextEncoder().encode(fixture("lists.json")) }],
      { name: "lists" },
    );
    const { x, series } = JSON.parse(dataset!) as { x: { name: string }; series: { label: string; x: number[] }[] };
    assert.equal(x.name, "size");
    assert.deepEqual(
      series.map((one) => [one.label, one.x]),
      [
        ["ListBench.sum mode=avgt", [100, 1000]],
        ["ListBench.sum mode=sample", [100]],
        ["ListBench.sum mode=thrpt", [100]],
      ],
    );
  });

  it("compares runtimes as variants, and says when nothing was forked", () => {
    const [one, two] = JSON.parse(fixture("lists.json")) as Record<string, unknown>[];
    const both = readText(JSON.stringify([one, { ...two, jdkVersion: "17.0.9", forks: 0 }]));
    assert.deepEqual(
      both.points.map((point) => point.labels["variant"]),
      ["OpenJDK 64-Bit Server VM 21.0.2", "OpenJDK 64-Bit Server VM 17.0.9"],
    );
    assert.deepEqual(
      both.warnings.map((warning) => warning.code),
      ["jmh-unforked"],
    );
    assert.equal(both.environment["jdkVersion"], undefined);
  });
});

describe("JMH text and CSV", () => {
  const text = fixture("lists.txt");

  it("has the figures of the last table", () => {
    const { points, toolVersion } = readText(text);
    assert.equal(toolVersion, "1.37");
    assert.deepEqual(
      points.map(({ series, parameters }) => [series, parameters!["mode"], parameters!["size"]]),
      [
        ["ListBench.sum", "thrpt", "100"],
        ["ListBench.sum", "avgt", "100"],
        ["ListBench.sum", "avgt", "1000"],
        ["ListBench.sum", "sample", "100"],
        ["ListBench.noop", "avgt", undefined],
      ],
    );
    const [rate, time, , sampled, noop] = points.map((point) => point.metrics);
    assert.equal(rate!["ops_rate"]!.stats["mean"], 400_000);
    assert.deepEqual(time!["time_per_op"]!.ci, { low: 1.75e-6, high: 3.25e-6, level: 0.999, method: "t" });
    assert.equal(time!["allocated"]!.stats["mean"], 416.5);
    assert.deepEqual(sampled!["time_per_op"]!.stats, { mean: 1.875e-6, min: 1e-6, p50: 1.5e-6, p99: 4e-6, max: 4e-6 });
    assert.equal(noop!["time_per_op"]!.stats["mean"], null);
    assert.equal(points[4]!.flags[0]!.flag, "under-resolution");
  });

  it("reads the decimal mark of another language", () => {
    const german = text.replace(/(\d)\.(\d{3})\b/g, "$1,$2");
    assert.equal(readText(german).points[2]!.metrics["time_per_op"]!.stats["mean"], 25e-6);
  });

  it("reads CSV alike", () => {
    const { points } = readText(fixture("lists.csv"));
    assert.deepEqual(
      points.map(({ series, x }) => [series, x.map((one) => `${one.name} ${one.value}`).join()]),
      [
        ["ListBench.sum", "size 100,threads 1"],
        ["ListBench.sum", "size 1000,threads 1"],
        ["ListBench.noop", "threads 4"],
      ],
    );
    assert.equal(points[1]!.metrics["allocated"]!.stats["mean"], 416.5);
    assert.equal(points[2]!.metrics["ops_rate"]!.ci, undefined);
  });
});

describe("names and units of JMH", () => {
  it("takes as many parts of a name as tell all apart", () => {
    const names = ["a.b.Copy.run", "a.c.Copy.run", "a.b.Copy.walk"];
    assert.deepEqual([...shortNames(names).values()], ["b.Copy.run", "c.Copy.run", "b.Copy.walk"]);
    assert.deepEqual([...shortNames(["main", "a.b.c"]).values()], ["main", "b.c"]);
  });

  it("converts exactly", () => {
    assert.deepEqual(
      ["ops/us", "ops/min", "ns/op", "hr/op"].map((unit) => jmhUnit(unit)!.toBase(3)),
      [3e6, 0.05, 3e-9, 10800],
    );
    assert.equal(jmhUnit("B/op"), null);
    assert.equal(jmhUnit("constructor/op"), null);
  });
});
