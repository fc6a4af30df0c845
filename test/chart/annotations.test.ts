import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { placeAnnotations } from "../../src/chart/annotations.ts";
import type { Chart } from "../../src/chart/chart.ts";
import { textWidth } from "../../src/chart/measure.ts";
import { toTable } from "../../src/chart/table.ts";
import { describe as inWords } from "../../src/chart/words.ts";
import { sampleAxis, sampleChart, sampleSeries } from "../client/sample.ts";

const series = [sampleSeries("a", [0, 1000], [1, 2])];
const x = sampleAxis({ label: "Demanded requests", unit: "req/s" });

const annotation = fc.record({ x: fc.integer({ min: -100, max: 1100 }), label: fc.lorem({ maxCount: 12 }) });
const charts = fc
  .record({
    annotations: fc.array(annotation, { maxLength: 12 }),
    yAxisWidth: fc.integer({ min: 1, max: 16 }).map((steps) => steps * 8),
    reference: fc.constantFrom(null, { label: "as demanded", slope: 1 }),
  })
  .map((given) => sampleChart({ ...given, x, series }));

/** Where the words of the remarks stand in a picture of a width, in CSS pixels from the left edge of the plot. */
function boxes(chart: Chart, width: number) {
  const plot = width - chart.yAxisWidth - chart.rightMargin;
  return placeAnnotations(chart)
    .filter(({ lines }) => lines.length > 0)
    .map(({ x, side, top, height, lines }) => {
      const at = (x / 1000) * plot;
      const length = Math.max(...lines.map((line) => textWidth(line, 12))) + 5;
      const [left, right] = side === "left" ? [at - length, at] : [at, at + length];
      return { left, right, top, bottom: top + height, plot };
    });
}

describe("an author's remarks", () => {
  test("stay in the plot and off each other, at every width", () => {
    fc.assert(
      fc.property(charts, fc.integer({ min: 288, max: 1400 }), (chart, width) => {
        const all = boxes(chart, width);
        for (const [i, a] of all.entries()) {
          assert.ok(a.left >= -0.01 && a.right <= a.plot + 0.01 && a.top >= 10 && a.bottom <= chart.height - 46);
          for (const b of all.slice(0, i))
            assert.ok(a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom);
        }
      }),
    );
  });

  test("are whole in the table and in the chart's words, also where nothing was measured and where the picture cuts them", () => {
    const label =
      "a remark that says far more than three lines beside a line in a picture on a phone could ever hold, yet is said";
    const chart = sampleChart({ series, x, annotations: [{ x: 300, label }] });
    assert.notEqual(placeAnnotations(chart)[0]!.lines.join(" "), label);
    assert.deepEqual(toTable(chart).rows, [
      [0, 1, null],
      [300, null, label],
      [1000, 2, null],
    ]);
    assert.ok(inWords(chart).paragraphs[0]!.includes(`300 req/s: ${label}.`.replace(" req", "\u202Freq")));
  });

  test("stand at no place of a log scale that it does not have", () => {
    const annotations = [0, -5, 20].map((x) => ({ x, label: `at ${x}` }));
    const log = { ...x, kind: "log" as const, domain: [10, 1000] as const };
    const places = (axis: typeof x) =>
      placeAnnotations(sampleChart({ series, x: axis, annotations })).map((one) => one.x);
    assert.deepEqual(places(log), [20]);
    assert.deepEqual(places({ ...log, lane: 12 }), [0, -5, 20]);
  });
});
