import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { carried } from "../../src/chart/decide/quantiles.ts";
import { describe as inWords } from "../../src/chart/words.ts";
import { toTable } from "../../src/chart/table.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { chartOf, sample, tails } from "./sample.ts";

const named = sample([
  {
    id: "a",
    x: [10, 20],
    values: {
      latency: { min: [0.001, 0.001], p50: [0.002, 0.003], "p99.9": [0.02, 0.03], n: [500, 5000], n_of: "requests" },
    },
  },
]);

describe("a percentile plot", () => {
  test("has x = 1 / (1 - share), named by percentages", () => {
    const { x, series } = chartOf(named, { mark: "percentiles" });
    assert.deepEqual(series[0]!.x, [1, 2, 1000]);
    assert.deepEqual(series[0]!.y, [1, 3, 30]);
    assert.deepEqual([x.kind, x.title, x.domain], ["percentile", "Percentile (%)", [1, 1000]]);
    assert.deepEqual(
      x.ticks.map(({ label }) => label),
      ["0", "50", "90", "99", "99.9"],
    );
  });

  test("leaves out what too few requests carry", () => {
    assert.deepEqual(chartOf(named, { mark: "percentiles", at: 10 }).series[0]!.x, [1, 2]);
    assert.ok(carried(298) < 0.99 && carried(299) >= 0.99);
    const { series } = chartOf(tails(), { mark: "percentiles" });
    for (const one of series) assert.ok(Math.max(...one.x) < 1e6);
  });

  test("stands at the last place that all have, or where it is asked to", () => {
    assert.equal(chartOf(named, { mark: "percentiles" }).title, "Response time by percentile at 20\u202Freq/s");
    const two = chartOf(tails(), { mark: "percentiles", at: [100, 200], series: ["wide"] });
    assert.deepEqual(
      two.series.map(({ label }) => label),
      ["wide tail, 100\u202Freq/s", "wide tail, 200\u202Freq/s"],
    );
    assert.deepEqual(new Set(two.series.map(({ style }) => style.colour)).size, 2);
  });

  test("says where there is none", () => {
    const { chart, problems } = toChart(named, "c", { mark: "percentiles", at: 30 }, { styles: new Map() });
    assert.equal(chart, null);
    assert.match(problems[0]!.fact, /no series has a distribution of latency at 30/);
    const plain = sample([{ id: "a", x: [1], values: { latency: { mean: [1] } } }]);
    assert.equal(
      toChart(plain, "c", { mark: "percentiles" }, { styles: new Map() }).problems[0]?.code,
      "no-percentiles",
    );
  });

  test("is a table and words with percentages", () => {
    const chart = chartOf(named, { mark: "percentiles" });
    assert.deepEqual(toTable(chart).rows, [
      [0, 1],
      [50, 3],
      [99.9, 30],
    ]);
    assert.match(inWords(chart).name, /^Percentile plot of Response time \(ms\) over Percentile \(%\)/);
  });
});
