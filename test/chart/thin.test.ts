import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fromQuery } from "../../src/chart/adjust/from-query.ts";
import { describe as toWords } from "../../src/chart/words.ts";
import { columnsFor, MOST_POINTS } from "../../src/chart/thin.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import { chartOf, count, noise, sample, type Values } from "./sample.ts";

/** One invented series over 0, 1, 2 … */
function long(figures: Values) {
  return sample([{ id: "one", x: count(figures.length), values: { latency: { value: figures } } }]);
}

function rough(points: number): number[] {
  const next = noise(7);
  return count(points).map(() => 0.02 + 0.01 * next());
}

describe("a line of many points", () => {
  test("is drawn with all of them up to the limit, and says nothing", () => {
    const chart = chartOf(long(rough(MOST_POINTS)), { metric: "latency" });
    assert.equal(chart.series[0]!.x.length, MOST_POINTS);
    assert.equal(chart.series[0]!.thinned, null);
    assert.doesNotMatch(chart.caption, /columns/);
  });

  test("keeps its one spike, its axes and its words, and says what is left out", () => {
    const figures = rough(30_000);
    figures[18_541] = 0.7;
    const dataset = long(figures);
    const chart = chartOf(dataset, { metric: "latency" });
    const all = toChart(dataset, "chart-1", { metric: "latency" }, { styles: new Map(), whole: true }).chart!;
    const [series] = chart.series;
    assert.equal(series!.y[series!.x.indexOf(18_541)], 700);
    assert.ok(series!.x.length <= 4 * columnsFor(1));
    assert.deepEqual([chart.x, chart.y], [all.x, all.y]);
    assert.deepEqual(toWords(chart), toWords(all));
    assert.match(
      chart.caption,
      /^30.000 points: in each of 800 columns the first, the last, the lowest and the highest/,
    );
    assert.deepEqual(series!.thinned, { points: 30_000, missing: 0, columns: 800 });
  });

  test("says so under the author's own caption too", () => {
    const { caption } = chartOf(long(rough(3000)), { metric: "latency", caption: "My words." });
    assert.match(caption, /^My words\. 3.000 points: /);
  });

  test("shows every point of a part that has few", () => {
    const figures = rough(30_000);
    const chart = chartOf(long(figures), { metric: "latency", x: { domain: [5000, 6500] } });
    const [{ x, y }] = chart.series as [(typeof chart.series)[0]];
    const inside = x.filter((value) => value >= 5000 && value <= 6500);
    assert.deepEqual(
      inside,
      count(1501).map((i) => 5000 + i),
    );
    assert.ok(Math.abs(y[x.indexOf(5700)]! - figures[5700]! * 1000) < 1e-6);
    // the neighbours beyond the edges, to which the line leads, and the ends
    assert.ok(x.includes(4999) && x.includes(6501) && x.includes(0) && x.includes(29_999));
  });

  test("counts what is missing, and keeps the gap", () => {
    const figures: (number | null)[] = rough(20_000);
    for (let i = 8000; i < 8100; i++) figures[i] = null;
    const chart = chartOf(long(figures), { metric: "latency" });
    assert.equal(chart.series[0]!.thinned!.missing, 100);
    assert.ok(chart.series[0]!.y.includes(null));
    assert.match(toWords(chart).paragraphs[1]!, /100 of 20000 points are missing/);
  });

  test("is not thinned where each point is a mark of its own", () => {
    const chart = chartOf(long(rough(5000)), { metric: "latency", mark: "dot" });
    assert.equal(chart.series[0]!.x.length, 5000);
  });

  test("cannot be the base of another: their points are drawn at different x", () => {
    const x = count(3000);
    const two = sample(["one", "two"].map((id) => ({ id, x, values: { latency: { value: rough(3000) } } })));
    const asked = fromQuery("base=one", "chart-1", chartOf(two, { metric: "latency" }));
    assert.deepEqual(asked.refused, ["base=one"]);
  });
});
