import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { canHavePanels, toPanels } from "../../src/chart/panels.ts";
import { drawFluid } from "../../src/drawing/fluid.ts";
import { cases } from "../drawing/cases.ts";
import { all, readSvg } from "../drawing/read-svg.ts";

const throughput = cases["line-throughput"]!();

describe("one panel a series", () => {
  test("has the series' own line in its colour, on top of the others in grey, and the others' bands nowhere", () => {
    const panels = toPanels(throughput, new Set());
    assert.deepEqual(
      panels.map(({ series }) => series.id),
      throughput.series.map(({ id }) => id),
    );
    for (const { series, chart } of panels) {
      const paths = all(readSvg(drawFluid(chart, null)), "path");
      const strokes = paths.flatMap(({ attributes }) => attributes["stroke"] ?? []);
      const own = `var(--series-${series.style.colour})`;
      assert.deepEqual(new Set(strokes.filter((colour) => colour.startsWith("var(--series"))), new Set([own]));
      const grey = paths.filter(({ attributes: { d, stroke } }) => stroke === "var(--chart-axis)" && d!.length > 200);
      assert.equal(grey.length, 1, "those of the others, one look in one path");
      assert.ok(paths.indexOf(grey[0]!) < paths.findLastIndex(({ attributes }) => attributes["stroke"] === own));
      const faint = paths.filter(({ attributes: { fill, opacity } }) => fill !== "none" && opacity !== undefined);
      for (const { attributes } of faint) assert.equal(attributes["fill"], own);
    }
  });

  test("shares the axes of the chart", () => {
    for (const { chart } of toPanels(throughput, new Set())) {
      assert.deepEqual([chart.x, chart.y.domain], [throughput.x, throughput.y.domain]);
      assert.ok(chart.y.ticks.length <= 6);
    }
  });

  test("there is none of a series that is off, and it stands in none", () => {
    const panels = toPanels(throughput, new Set(["server-2"]));
    const ids = panels.flatMap(({ chart }) => chart.series.map(({ id }) => id));
    assert.deepEqual([panels.length, ids.includes("server-2")], [3, false]);
  });

  test("of very many points it shows the series alone", () => {
    const x = Array.from({ length: 40_000 }, (_, i) => i);
    const series = throughput.series.map((one) => ({ ...one, x, y: x, low: null, high: null }));
    for (const { chart } of toPanels({ ...throughput, series }, new Set())) assert.equal(chart.series.length, 1);
  });

  test("there is none of bars, of names, and of one series", () => {
    const can = Object.entries(cases).filter(([, make]) => canHavePanels(make()));
    const names = can.map(([name]) => name);
    assert.ok(names.includes("line-thirty-series") && names.includes("percentiles-of-histograms"));
    for (const name of names) assert.doesNotMatch(name, /^bar|categories|one-series/);
  });
});
