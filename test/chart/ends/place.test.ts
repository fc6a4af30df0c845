import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Chart } from "../../../src/chart/chart.ts";
import { endNames, namesAt } from "../../../src/chart/ends/names.ts";
import { placeEnds } from "../../../src/chart/ends/place.ts";
import { sampleAxis, sampleChart, sampleSeries } from "../../client/sample.ts";
import { cases } from "../../drawing/cases.ts";

const falling = sampleSeries("falling", [0, 500, 1000], [1000, 500, 0]);

/** Heights of the plot in a picture of 320 px. */
const [TOP, FLOOR] = [10, 274];

const tip = (chart: Partial<Chart>) => placeEnds(sampleChart({ series: [falling], ...chart }))[0]!.tip;

describe("where a line ends", () => {
  test("is its last measured point", () => {
    assert.deepEqual(tip({}), { x: 1, y: FLOOR });
    assert.deepEqual(tip({ series: [sampleSeries("a", [0, 500, 1000], [0, 1000, null])] }), { x: 0.5, y: TOP });
  });

  test("is where it leaves the part that is looked at, and no higher than the plot", () => {
    assert.deepEqual(tip({ x: sampleAxis({ domain: [0, 750] }) }), { x: 1, y: FLOOR - (FLOOR - TOP) / 4 });
    assert.deepEqual(tip({ x: sampleAxis({ domain: [600, 700] }) }), { x: 1, y: 194.75 });
    assert.deepEqual(tip({ y: sampleAxis({ domain: [100, 200] }) }), { x: 1, y: FLOOR });
  });

  test("is nowhere without figures, or before the part that is looked at", () => {
    assert.equal(tip({ series: [sampleSeries("a", [0, 500], [null, null])] }), null);
    assert.equal(tip({ series: [sampleSeries("a", [], [])] }), null);
    assert.equal(tip({ x: sampleAxis({ domain: [2000, 3000] }) }), null);
  });

  test("is in the lane of a log scale where the last figure is 0", () => {
    const y = sampleAxis({ kind: "log", domain: [1, 1000], lane: 2 });
    assert.deepEqual(tip({ y }), { x: 1, y: 247.5 });
  });
});

describe("who names the series", () => {
  test("a legend does below 480 px, of more than eight lines, of bars and of distributions", () => {
    const chart = sampleChart({ series: [falling] });
    assert.equal(namesAt(chart, 479), null);
    assert.deepEqual(namesAt(chart, 480)?.names, [["FALLING"]]);
    const many = Array.from({ length: 9 }, (_, i) => sampleSeries(`s${i}`, [1], [1]));
    assert.equal(endNames({ ...chart, series: many }), null);
    assert.notEqual(endNames({ ...chart, series: many.slice(1) }), null);
    assert.equal(endNames({ ...chart, mark: "bar" }), null);
    assert.equal(endNames({ ...chart, form: "ecdf" }), null);
    assert.equal(endNames({ ...chart, series: many.slice(1), height: 150 }), null, "too low for eight");
  });

  test("both do where a name is cut, or has no line", () => {
    const series = (label: string) => [{ ...falling, label }];
    const isWhole = (label: string) => endNames(sampleChart({ series: series(label) }))!.isWhole;
    assert.ok(isWhole("A name in two lines of words"));
    assert.ok(!isWhole("A name with more words than two lines at the end of a line can hold"));
    assert.ok(!endNames(sampleChart({ series: [sampleSeries("a", [1], [null])] }))!.isWhole);
  });
});

for (const [name, make] of Object.entries(cases)) {
  test(`${name}: names stand apart, beside the plot, in the room that is kept for them`, () => {
    const chart = make();
    const ends = placeEnds(chart).toSorted((a, b) => a.at - b.at);
    for (const [i, { at, height, lines }] of ends.entries()) {
      assert.ok(at - height / 2 >= 0 && at + height / 2 <= chart.height - 37, lines.join(" "));
      assert.ok(lines.length * 14 <= height, lines.join(" "));
      const next = ends[i + 1];
      if (next) assert.ok(at + height / 2 <= next.at - next.height / 2, `${lines.join(" ")}, ${next.lines.join(" ")}`);
    }
  });
}
