import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chooseMark } from "../../src/benchmark/mark-choice.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { adjustChart } from "../../src/chart/adjust/adjust.ts";
import { UNCHANGED } from "../../src/chart/adjust/adjustment.ts";
import { fromQuery } from "../../src/chart/adjust/from-query.ts";
import { otherRuns } from "../../src/chart/adjust/runs.ts";
import { toQuery } from "../../src/chart/adjust/to-query.ts";
import { toCsv } from "../../src/chart/csv.ts";
import type { ChartSpec } from "../../src/chart/spec.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { describe as inWords } from "../../src/chart/words.ts";
import { chartOf, repeated, sample, servers, tails, tasks } from "./sample.ts";

const none = new Set<string>();
const ratings = (better: "higher" | "lower") => {
  const metric = better === "higher" ? "reply_rate" : "latency";
  const names = ["b", "none", "c", "a"];
  const values = { [metric]: { value: [2, null, 3, 1] } };
  const flags = [{ x: "c", flag: "saturated", note: "Full." }];
  return sample([{ id: "one", x: names, values, flags }], { names });
};

describe("a mark that nobody names", () => {
  test("is a line over numbers, a bar over names, percentiles of one place with a histogram", () => {
    assert.equal(chooseMark(servers(5), "latency"), "line");
    assert.equal(chooseMark(tasks(["lists"]), "latency"), "bar");
    assert.equal(chooseMark(tails(), "latency"), "line");
    const series = tails().series.map((one) => ({ ...one, x: [one.x[0]!] }));
    assert.equal(chooseMark({ ...tails(), series }, "latency"), "percentiles");
    assert.equal(chartOf({ ...tails(), series }, {}).form, "percentiles");
    assert.equal(chartOf({ ...tails(), series }, { stat: "p50" }).form, "line");
  });

  test("lies over names, the best first, and what was not measured last", () => {
    for (const [better, order] of [
      ["higher", ["c", "b", "a", "none"]],
      ["lower", ["a", "b", "c", "none"]],
    ] as const) {
      const chart = chartOf(ratings(better), {});
      assert.deepEqual([chart.orientation, chart.x.categories], ["lying", order]);
      const { x, y } = chart.series[0]!;
      assert.deepEqual(x, [0, 1, 2, 3]);
      assert.deepEqual(
        y.map((value) => value !== null),
        [true, true, true, false],
      );
      assert.equal(chart.notes[0]!.x, order.indexOf("c" as never));
      assert.match(inWords(chart).paragraphs[0]!, /^Vertical: Task, 4 categories, sorted by value, the best first\./);
    }
    assert.deepEqual(chartOf(ratings("lower"), { x: { order: "data" } }).x.categories, ["b", "none", "c", "a"]);
    const named = chartOf(ratings("lower"), { mark: "bar" });
    assert.deepEqual([named.orientation, named.x.categories[0]], ["upright", "b"]);
  });

  test("keeps its order whatever a reader changes", () => {
    const dataset = tasks(["tuples", "sets", "lists"]);
    const spec: ChartSpec = { stat: "mean" };
    const chart = chartOf(dataset, spec);
    const subject = { dataset, spec, context: { styles: new Map() }, decide: toChart, chart };
    for (const change of [{ base: "runtime-1" }, { yScale: "log" as const }]) {
      const adjusted = adjustChart(subject, { ...UNCHANGED, ...change }, none);
      assert.deepEqual(adjusted.x.categories, chart.x.categories);
      assert.deepEqual([adjusted.orientation, adjusted.height], [chart.orientation, chart.height]);
    }
  });
});

test("names of numbers stay names where bars become multiples", () => {
  const [dataset, spec] = [servers(5), { metric: "reply_rate", mark: "bar" }] as const;
  const subject = { dataset, spec, context: { styles: new Map() }, decide: toChart, chart: chartOf(dataset, spec) };
  const { x, series } = adjustChart(subject, { ...UNCHANGED, base: "server-1" }, none);
  assert.deepEqual(x.categories, subject.chart.x.categories);
  assert.deepEqual(series[0]!.x, subject.chart.series[0]!.x);
});

describe("dots and boxes over names", () => {
  test("lie where the names are long, or where it is asked", () => {
    const long = repeated(["sort a million integers of 64 bits each", "maps"]);
    for (const mark of ["dot", "strip", "box", "bar"] as const) {
      assert.equal(chartOf(long, { mark }).orientation, "lying");
      assert.equal(chartOf(repeated(["maps"]), { mark }).orientation, "upright");
      assert.equal(chartOf(repeated(["maps"]), { mark, orientation: "lying" }).orientation, "lying");
    }
    const { problems } = toChart(long, "c", { mark: "dot", orientation: "upright" }, { styles: new Map() });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["long-names"],
    );
  });
});

describe("single runs", () => {
  const dataset = repeated(["lists", "maps"], 4);
  const spec: ChartSpec = { mark: "dot", caption: "My words" };
  const chart = chartOf(dataset, spec);
  const subject = { dataset, spec, context: { styles: new Map() }, decide: toChart, chart };

  test("are drawn on demand, with the spread, which is named in either case", () => {
    assert.deepEqual([chart.runs, chart.series[0]!.runs], ["kept", null]);
    assert.equal(
      chart.caption,
      "My words. Mean of n = 4 runs at each point. Thin lines: ± 1 standard deviation over runs.",
    );
    const shown = adjustChart(subject, { ...UNCHANGED, runs: otherRuns(chart, null) }, none);
    assert.equal(shown.runs, "drawn");
    assert.equal(shown.caption, `${chart.caption} Small dots: single runs.`);
    assert.deepEqual(shown.series[0]!.low, chart.series[0]!.low);
    const runs = dataset.series[0]!.values.get("latency")!.runs!;
    for (const [i, all] of shown.series[0]!.runs!.entries()) {
      for (const [k, run] of all!.entries()) assert.ok(Math.abs(run - runs[i]![k]! * 1000) < 1e-9);
    }
    const [, high] = shown.y.domain;
    assert.ok(shown.series.every((one) => one.runs!.flat().every((run) => run! <= high)));
  });

  test("stand in the address, and only where there are some", () => {
    const adjustments = new Map([[chart.id, { ...UNCHANGED, runs: true }]]);
    const query = toQuery({ hidden: none, adjustments }, chart.id, null);
    assert.equal(query, "runs=1");
    assert.deepEqual(fromQuery(query, chart.id, chart).adjustment, { ...UNCHANGED, runs: true });
    for (const bad of ["runs=2", "runs="]) assert.deepEqual(fromQuery(bad, chart.id, chart).refused, [bad]);
    const without = chartOf(tasks(["lists"]), { mark: "dot" });
    assert.deepEqual(fromQuery(query, null, without).refused, []);
    assert.deepEqual(fromQuery(query, without.id, without).refused, [query]);
    assert.equal(otherRuns(chart, true), null);
  });

  test("are in table and CSV where they are drawn", () => {
    const strip = chartOf(dataset, { mark: "strip", series: ["runtime-1"] });
    const [, , row] = toCsv(strip)
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    const runs = row!.split(",").at(-1)!.split("; ").map(Number);
    assert.deepEqual(runs, strip.series[0]!.runs![1]);
    assert.doesNotMatch(toCsv(chart), /runs \(ms\)/);
  });

  test("that were not kept are told, and the rest is drawn", () => {
    for (const spec of [{ mark: "strip" }, { mark: "dot", runs: true }] as const) {
      const { chart, problems } = toChart(tasks(["lists"]), "c", spec, { styles: new Map() });
      assert.deepEqual([chart!.form, chart!.runs, problems[0]!.code], ["dot", "none", "no-runs"]);
    }
  });
});

test("times of a run are counted from its start, runs on different days each from their own", () => {
  const file = join(import.meta.dirname, "../site/marks/data/locust.json");
  const { dataset } = parseDataset({ file, text: readFileSync(file, "utf8") }, "locust");
  const chart = chartOf(dataset, { metric: "throughput", x: { origin: "start" } });
  assert.deepEqual([chart.x.kind, chart.x.unit, chart.x.title], ["linear", "s", "Time since the start (s)"]);
  assert.equal(Math.min(...chart.series.flatMap(({ x }) => x)), 0);
  for (const [i, { x }] of chart.series.entries()) {
    const from = dataset.series.find(({ id }) => id === chart.series[i]!.id)!.x;
    assert.ok(x.every((second, k) => Math.abs(second - x[0]! - (from[k]! - from[0]!)) < 1e-6));
  }
  const day = 86_400;
  const later = dataset.series.map((one) => ({ ...one, id: `${one.id}-2`, x: one.x.map((x) => x + day) }));
  const both = chartOf(
    { ...dataset, series: [...dataset.series, ...later] },
    { metric: "throughput", x: { origin: "start" } },
  );
  assert.ok(both.x.domain[1] < 3600);
  const half = both.series.length / 2;
  for (let i = 0; i < half; i++) assert.deepEqual(both.series[i]!.x, both.series[i + half]!.x);
});
