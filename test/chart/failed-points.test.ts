import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { failedPoints } from "../../src/chart/layer/failed.ts";
import { adjustChart } from "../../src/chart/adjust/adjust.ts";
import { UNCHANGED } from "../../src/chart/adjust/adjustment.ts";
import { subjectOf } from "./adjust/subject.ts";
import { chartOf, count, sample, type Values } from "./sample.ts";

function failing(shares: Values, x = count(shares.length)) {
  const values = { latency: { value: x.map(() => 0.02) }, error_ratio: { value: shares } };
  return sample([{ id: "one", x, values }]);
}

describe("points at which requests failed", () => {
  test("are all told where they are few, and none of those without failures", () => {
    const chart = chartOf(failing([0, 0.1, null, 0, 0.001, 1]), { metric: "latency" });
    assert.deepEqual(failedPoints(chart, chart.series[0]!), [1, 4, 5]);
    assert.match(chart.caption, /Signs with a hole: some requests failed\.$/);
  });

  test("are named under an author's words too, and under bars", () => {
    const dataset = failing([0, 0.1]);
    assert.match(chartOf(dataset, { metric: "latency", caption: "Mine" }).caption, /^Mine\. Signs with a hole: /);
    assert.match(chartOf(dataset, { metric: "latency", mark: "bar" }).caption, /Signs with a hole: /);
    assert.doesNotMatch(chartOf(failing([0, 0]), { metric: "latency" }).caption, /hole/);
  });

  test("are shown by the worst of each hundredth of the axis where they are many", () => {
    const shares = count(1000).map((i) => (i === 555 ? 0.9 : i < 500 ? 0 : 0.1));
    const chart = chartOf(failing(shares), { metric: "latency", x: { domain: [0, 1000] } });
    const points = failedPoints(chart, chart.series[0]!);
    assert.equal(points.length, 50);
    assert.ok(points.includes(555));
    assert.ok(points.every((point) => shares[point]! > 0));
  });

  test("of thousands are among those that the picture shows, alone or many", () => {
    const shares = count(50_000).map((i) => (i === 12_345 || i > 40_000 ? 0.2 : 0));
    const chart = chartOf(failing(shares), { metric: "latency", x: { domain: [0, 50_000] } });
    const [series] = chart.series;
    const places = failedPoints(chart, series!).map((point) => series!.x[point]!);
    assert.ok(places.includes(12_345));
    assert.equal(places.filter((x) => x > 40_000).length, 20);
    assert.ok(places.every((x) => shares[x]! > 0));
  });

  test("are those of the figures where multiples are shown", () => {
    const x = [1, 2, 3];
    const dataset = sample(
      ["one", "two"].map((id) => ({
        id,
        x,
        values: { latency: { mean: [0.1, 0.2, 0.3] }, error_ratio: { value: [0, 0.5, 0] } },
      })),
    );
    const multiples = adjustChart(subjectOf(dataset, { metric: "latency" }), { ...UNCHANGED, base: "one" }, new Set());
    assert.equal(multiples.y.unit, "×");
    for (const series of multiples.series) assert.deepEqual(failedPoints(multiples, series), [1]);
  });
});
