import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { readText } from "./read-text.ts";

const fixture = (...path: string[]) => readFileSync(join(import.meta.dirname, "fixtures", ...path), "utf8");
const imported = async (text: string) => {
  const made = await importTexts([{ file: "out.json", bytes: new TextEncoder().encode(text) }], { name: "out" });
  assert.ok(made.dataset !== null, JSON.stringify(made.diagnostics));
  return { ...made, json: JSON.parse(made.dataset) as Made };
};

interface Made {
  readonly x: { name: string; values?: string[] };
  readonly metrics: Record<string, { display: string }>;
  readonly series: { label: string; x: unknown[]; values: Record<string, Record<string, unknown>> }[];
  readonly environment: Record<string, unknown>;
}

interface Saved {
  machine_info: unknown;
  benchmarks: { name: string; fullname: string; params: object | null; stats: { data?: number[]; rounds: number } }[];
}

describe("pytest-benchmark", () => {
  const text = fixture("pytest-benchmark", "v3.2.2-params.json");
  const saved = () => JSON.parse(text) as Saved;

  it("is seconds per call over rounds, with the value of each round", () => {
    const [point] = readText(text).points;
    const { time_per_op: time } = point!.metrics;
    assert.deepEqual([time!.n, time!.nOf, time!.stdevKind, time!.runs!.length], [20, "samples", "sample", 20]);
    assert.equal(time!.stats["p25"], 1.1655349976535944e-7);
    assert.deepEqual(point!.counts, { rounds: 20, iterations: 1000 });
  });

  it("draws a swept parameter as a line, tests with other names as bars, and forgets the machine's name", async () => {
    const bars = await imported(text);
    assert.equal(bars.json.x.values![0], "test_sum[10]");
    assert.deepEqual(bars.leftOut, ["1 host name"]);
    assert.equal((bars.json.environment["machine"] as { node?: string }).node, undefined);
    assert.deepEqual(bars.assumed, []);
    const swept = saved();
    swept.benchmarks.length = 3;
    const { json } = await imported(JSON.stringify(swept));
    assert.equal(json.x.name, "n");
    assert.deepEqual([json.series[0]!.label, json.series[0]!.x], ["test_sum", [10, 100, 1000]]);
  });

  it("tells apart tests of one name in several modules", () => {
    const { benchmarks, ...rest } = saved();
    const twin = { ...benchmarks[0]!, fullname: "tests/test_c.py::test_sum[10]" };
    const { points } = readText(JSON.stringify({ ...rest, benchmarks: [benchmarks[0], twin] }));
    assert.deepEqual(
      points.map((point) => point.fullName),
      ["test_b: test_sum[10]", "test_c: test_sum[10]"],
    );
    assert.equal(points[1]!.series, "test_c: test_sum");
  });

  it("keeps the brackets of names without parameters, and parameters that are no numbers", () => {
    const { benchmarks, ...rest } = saved();
    const named = [
      { ...benchmarks[3]!, name: "test_odd[]", params: null },
      { ...benchmarks[0]!, name: "test_how[quick-True]", params: { how: "quick", deep: true } },
    ];
    const { points } = readText(JSON.stringify({ ...rest, benchmarks: named }));
    assert.equal(points[0]!.series, "test_odd[]");
    assert.deepEqual(points[1]!.parameters, { how: "quick", deep: "true" });
    assert.deepEqual(points[1]!.x, []);
  });

  it("makes a distribution of more rounds than a list is for", () => {
    const { benchmarks, ...rest } = saved();
    const data = Array.from({ length: 1500 }, (_, i) => (1 + (i % 3)) * 1e-6);
    benchmarks[0]!.stats = { ...benchmarks[0]!.stats, data, rounds: 1500 };
    const { time_per_op: time } = readText(JSON.stringify({ ...rest, benchmarks })).points[0]!.metrics;
    assert.equal(time!.runs, undefined);
    assert.deepEqual(time!.histogram!.counts, [500, 500, 500]);
  });
});

describe("pyperf", () => {
  const text = fixture("pyperf", "two.json");

  it("takes the values of all processes, without calibration and warm-ups", () => {
    const { points, toolVersion } = readText(text);
    assert.equal(toolVersion, "2.6.3");
    assert.deepEqual(points[0]!.metrics["time_per_op"]!.runs, [4e-6, 5e-6, 6e-6, 5e-6]);
    assert.deepEqual(points[0]!.counts, { runs: 3, runs_with_values: 2, loops: 64 });
    assert.equal(points[0]!.labels["python"], "3.12.1 (64-bit)");
  });

  it("measures bytes where it says so", async () => {
    const { json, leftOut } = await imported(text);
    assert.deepEqual(json.x.values, ["dumps", "heap"]);
    assert.deepEqual(json.series[0]!.values["memory"]!["mean"], [null, 6144]);
    assert.deepEqual(json.series[0]!.values["time_per_op"]!["n"], [4, null]);
    assert.equal(json.metrics["memory"]!.display, "KiB");
    assert.deepEqual(leftOut, ["1 host name"]);
  });
});
