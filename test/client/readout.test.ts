import assert from "node:assert/strict";
import { test } from "node:test";
import { isReadable, readAt } from "../../src/client/readout.ts";
import { readoutText } from "../../src/client/words.ts";
import { sampleAxis, sampleChart, sampleSeries } from "./sample.ts";

const none = new Set<string>();
const a = sampleSeries("a", [20, 40, 60], [20, 39, 50], 2);
const b = sampleSeries("b", [20, 40, 60], [20, 45, null]);
const c = sampleSeries("c", [25, 45, 65], [5, 41, 7]);
const chart = sampleChart({ series: [a, b, c] });
const order = (x: number, hidden: ReadonlySet<string> = none, of = chart): string[] =>
  readAt(of, hidden, x).rows.map((row) => row.series.id);

test("lines are read from the top of the picture down, what is missing last", () => {
  assert.deepEqual(order(40), ["b", "c", "a"]);
  assert.deepEqual(order(60), ["a", "c", "b"]);
});

test("bars are read from left to right", () => {
  assert.deepEqual(order(40, none, { ...chart, mark: "bar" }), ["a", "b", "c"]);
});

test("what is switched off is not read", () => {
  assert.deepEqual(order(40, new Set(["b"])), ["c", "a"]);
});

test("the figures are the measured ones, with the x at which they were measured", () => {
  const { rows } = readAt(chart, none, 40);
  assert.deepEqual(rows[1]!.reading, { index: 1, x: 45, y: 41, low: null, high: null });
  assert.deepEqual(rows[2]!.reading, { index: 1, x: 40, y: 39, low: 37, high: 41 });
  assert.equal(readAt(chart, none, 60).rows[2]!.reading, null);
});

test("the sentence has units, spread, and says where a point stands elsewhere or is missing", () => {
  assert.equal(
    readoutText(chart, readAt(chart, none, 40), null),
    "Demanded requests 40 req/s: B 45 req/s; C 41 req/s at 45; A 39 ± 2 req/s",
  );
  assert.equal(
    readoutText(chart, readAt(chart, none, 60), "b"),
    "Demanded requests 60 req/s: B no value; A 50 ± 2 req/s; C 7 req/s at 65",
  );
});

test("a lopsided spread is given by its ends, a category by its name", () => {
  const bars = sampleChart({
    mark: "bar",
    x: sampleAxis({ kind: "category", categories: ["lists", "maps"] }),
    y: sampleAxis({ unit: "ms", domain: [0, 20] }),
    series: [{ ...sampleSeries("a", [0, 1], [3, 12.25]), low: [2, 12], high: [3.5, 14] }],
  });
  assert.equal(readoutText(bars, readAt(bars, none, 1), null), "maps: A 12.3 12–14 ms");
});

test("a small figure is not rounded to nothing", () => {
  const small = sampleChart({ series: [sampleSeries("a", [20], [0.0042])] });
  assert.match(readoutText(small, readAt(small, none, 20), null), /A 0\.0042 req\/s/);
});

test("what failed is said at its place, also where so much did that there is no figure", () => {
  const series = [
    { ...b, failed: [0, 0.031, 1] },
    { ...sampleSeries("d", [20, 40, 60], [1, 2, null]), failed: [null, 0, 0] },
  ];
  const words = (x: number): string => readoutText(chart, readAt({ ...chart, series }, none, x), null);
  assert.match(words(20), /: B 20 req\/s; D 1 req\/s$/);
  assert.match(words(40), /: B 45 req\/s 3\.1 % failed; D 2 req\/s$/);
  assert.match(words(60), /: B no value 100 % failed; D no value$/);
  assert.deepEqual(
    [20, 60].map((x) => isReadable(readAt({ ...chart, series: [b] }, none, x))),
    [true, false],
  );
  assert.ok(isReadable(readAt({ ...chart, series }, none, 60)));
});

test("single runs are counted and named where they are drawn, and of very many the first", () => {
  const length = 14;
  const runs = [null, Array.from({ length }, (_, i) => 30 + i), [50, 51]];
  const shown = { ...chart, runs: "drawn" as const, series: [{ ...a, runs }, b, c] };
  const words = (x: number): string => readoutText(chart, readAt(chart, none, x, shown), "a");
  assert.match(words(60), /: A 50 ± 2 req\/s n = 2: 50, 51; /);
  assert.match(words(40), /: A 39 ± 2 req\/s n = 14: 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41 …; /);
  assert.match(words(20), /: A 20 ± 2 req\/s; /);
  assert.equal(readAt(chart, none, 60).rows[1]!.runs, null);
});

test("a step is read anywhere on it, and not before the first", () => {
  const steps = sampleChart({ form: "ecdf", series: [sampleSeries("a", [10, 20, 40], [0, 50, 100])] });
  const at = (x: number): number | undefined => readAt(steps, none, x).rows[0]!.reading?.y;
  assert.deepEqual([9.9, 10, 19.9, 20, 39, 40, 1000].map(at), [undefined, 0, 0, 50, 50, 100, 100]);
  assert.equal(readoutText(steps, readAt(steps, none, 39), null), "Demanded requests 39 req/s: A 50 req/s");
});

test("lying dots are read as they stand beside each other", () => {
  assert.deepEqual(order(40, none, { ...chart, mark: "dot", orientation: "lying" }), ["a", "b", "c"]);
});
