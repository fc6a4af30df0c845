import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Chart, ChartSeries } from "../../src/chart/chart.ts";
import { GRID, margins } from "../../src/chart/frame.ts";
import { drawFluid } from "../../src/drawing/fluid.ts";
import { chartOf, sample, servers, tasks } from "../chart/sample.ts";
import { all, pointsOf, readSvg } from "./read-svg.ts";

const { across: WIDTH, down: FINE } = GRID;
/** Bands are written in fewer units. */
const FAINT = 1;

/** A figure's place in a picture, and back. */
function scales(chart: Chart, fine: number = FINE) {
  const { top, bottom } = margins(chart);
  const height = (chart.height - top - bottom) * fine;
  const [x0, x1] = chart.x.domain;
  const [y0, y1] = chart.y.domain;
  return {
    x: (units: number) => x0 + (units / WIDTH) * (x1 - x0),
    y: (units: number) => y1 - ((units - top * fine) / height) * (y1 - y0),
    errorX: (x1 - x0) / WIDTH,
    errorY: (y1 - y0) / height,
  };
}

function pathsOf(svg: string, series: ChartSeries, look: "stroke" | "fill") {
  const colour = `var(--series-${series.style.colour})`;
  return all(readSvg(svg), "path").filter(
    ({ attributes }) => attributes[look] === colour && /^M\d+ \d+l/.test(attributes["d"]!),
  );
}

describe("numbers drawn are numbers of the dataset", () => {
  const chart = chartOf(servers(100), { metric: "reply_rate" });
  const svg = drawFluid(chart);
  const { x, y, errorX, errorY } = scales(chart);

  for (const series of chart.series) {
    test(`the line of ${series.label} can be read back`, () => {
      const [path] = pathsOf(svg, series, "stroke");
      const points = pointsOf(path!.attributes["d"]!).flat();
      assert.equal(points.length, series.x.length);
      for (const [i, [px, py]] of points.entries()) {
        assert.ok(Math.abs(x(px) - series.x[i]!) <= errorX);
        assert.ok(Math.abs(y(py) - series.y[i]!) <= errorY);
      }
    });

    test(`the band of ${series.label} goes from its lower to its upper edge`, () => {
      const { y, errorY } = scales(chart, FAINT);
      const [path] = pathsOf(svg, series, "fill");
      const points = pointsOf(path!.attributes["d"]!)[0]!;
      const edges = [...series.high!, ...series.low!.toReversed()];
      assert.equal(points.length, edges.length);
      for (const [i, [, py]] of points.entries()) assert.ok(Math.abs(y(py) - edges[i]!) <= errorY);
    });
  }

  test("the reference line goes through 0 and ends where demanded is delivered", () => {
    const [line] = all(readSvg(svg), "path").filter(({ attributes }) => attributes["stroke-dasharray"] === "2 4");
    const [[from, to]] = pointsOf(line!.attributes["d"]!) as [[[number, number], [number, number]]];
    assert.deepEqual([x(from[0]), y(from[1]), x(to[0]), y(to[1])], [0, 0, 2000, 2000]);
  });
});

test("the shade of a bracket goes from the last rate that was delivered to the first that is too much", () => {
  const chart = chartOf(servers(100), { metric: "reply_rate" });
  const brackets = [{ series: "server-2", from: 760, to: 800 }];
  const { x, errorX } = scales(chart);
  const paths = all(readSvg(drawFluid({ ...chart, brackets })), "path");
  const [shade] = paths.filter(({ attributes }) => attributes["opacity"] === "0.07");
  const places = pointsOf(shade!.attributes["d"]!)
    .flat()
    .map(([px]) => x(px));
  assert.ok(Math.abs(Math.min(...places) - 760) <= errorX && Math.abs(Math.max(...places) - 800) <= errorX);
});

test("missing figures leave a gap, and a figure alone has its marker", () => {
  const y = [1, 2, null, 3, null, null, 4, 5, ...Array.from({ length: 40 }, () => 5)];
  const data = sample([{ id: "a", x: y.map((_, i) => i), values: { latency: { mean: y } } }]);
  const chart = chartOf(data, {});
  const svg = drawFluid(chart);
  const [line] = pathsOf(svg, chart.series[0]!, "stroke");
  const parts = pointsOf(line!.attributes["d"]!).map((part) => part.length);
  assert.deepEqual(parts, [2, 1, 42]);
  const alone = `${Number(((3 / (y.length - 1)) * 100).toFixed(2))}%`;
  assert.ok(all(readSvg(svg), "circle").some(({ attributes }) => attributes["cx"] === alone));
});

test("bars are as long as their figures", () => {
  const chart = chartOf(tasks(["lists", "maps", "sets"]), { mark: "bar", spread: "none" });
  const { y, errorY } = scales(chart);
  for (const series of chart.series) {
    const colour = `var(--series-${series.style.colour})`;
    const [bars] = all(readSvg(drawFluid(chart)), "path").filter(({ attributes }) => attributes["fill"] === colour);
    const tops = pointsOf(bars!.attributes["d"]!).map((points) => Math.min(...points.map(([, py]) => py)));
    for (const [i, top] of tops.entries()) assert.ok(Math.abs(y(top) - series.y[i]!) <= errorY);
    const bottoms = pointsOf(bars!.attributes["d"]!).map((points) => Math.max(...points.map(([, py]) => py)));
    for (const bottom of bottoms) assert.ok(Math.abs(y(bottom)) <= errorY);
  }
});

describe("what a page with a strict policy and many charts needs", () => {
  const svg = drawFluid(chartOf(servers(100), { metric: "reply_rate" }));

  test("no style in the markup, no ids, no fixed colours", () => {
    assert.doesNotMatch(svg, /style|\sid=|#[0-9a-f]{3}/i);
    assert.match(svg, /^<svg class="plot plot-l\d+ plot-r\d+ plot-e\d+" height="360" fill="none" aria-hidden="true">/);
  });

  test("the same bytes every time", () => {
    assert.equal(drawFluid(chartOf(servers(100), { metric: "reply_rate" })), svg);
  });

  test("a global document does not make Chart.js think of a browser", () => {
    Object.assign(globalThis, { window: {}, document: {} });
    try {
      assert.equal(drawFluid(chartOf(servers(100), { metric: "reply_rate" })), svg);
    } finally {
      Reflect.deleteProperty(globalThis, "window");
      Reflect.deleteProperty(globalThis, "document");
    }
  });
});

test("figures that the author's domain leaves out are cut at the plot's edges", () => {
  const svg = drawFluid(
    chartOf(servers(100), { metric: "reply_rate", y: { domain: [200, 800] }, x: { domain: [500, 1500] } }),
  );
  const lines = all(readSvg(svg), "svg").filter(({ attributes }) => attributes["class"] === "cut");
  assert.ok(lines.length > 0);
  const views = new Set(lines.map(({ attributes }) => attributes["viewBox"]));
  assert.deepEqual(views, new Set(["0 10 4000 304", "0 40 4000 1216"]), "bands and lines");
  const outside = all(readSvg(svg), "circle").filter(({ attributes }) => Number.parseFloat(attributes["cx"]!) > 101);
  assert.deepEqual(outside, []);
});
