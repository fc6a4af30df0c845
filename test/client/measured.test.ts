import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { halfStep, nearestIndex, pointAt, unionGrid } from "../../src/client/measured.ts";
import { sampleAxis, sampleSeries } from "./sample.ts";

const linear = sampleAxis();
const log = sampleAxis({ kind: "log" });

test("the grid of unequal series has every measured x once, ascending", () => {
  const a = sampleSeries("a", [20, 40, 60], [1, 2, 3]);
  const b = sampleSeries("b", [10, 40, 1000], [1, 2, 3]);
  assert.deepEqual(unionGrid([a, b]), [10, 20, 40, 60, 1000]);
  assert.deepEqual(unionGrid([]), []);
});

test("nearest is what looks nearest: on a log axis by ratio", () => {
  assert.equal(nearestIndex(linear, [1, 10, 100], 40), 1);
  assert.equal(nearestIndex(log, [1, 10, 100], 40), 2);
  assert.equal(nearestIndex(linear, [20, 40], 30), 0, "the lower one of two equally near");
  assert.equal(nearestIndex(linear, [], 30), -1);
});

test("half a step is half the median gap", () => {
  assert.equal(halfStep(linear, [0, 10, 20, 30, 100]), 5);
  assert.equal(halfStep(linear, [10]), 0);
});

test("a point is read half a step away and no farther", () => {
  const series = sampleSeries("a", [20, 40, 60, 80], [1, 2, 3, 4]);
  assert.equal(pointAt(linear, series, 90), 3);
  assert.equal(pointAt(linear, series, 91), null);
  assert.equal(pointAt(linear, series, 9), null);
  assert.equal(pointAt(linear, series, 55), 2);
});

test("a hole in a series has no value, though its edges are the nearest points", () => {
  const series = sampleSeries("a", [20, 40, 60, 300, 320, 340], [1, 2, 3, 4, 5, 6]);
  assert.equal(pointAt(linear, series, 180), null);
});

test("a missing figure is not borrowed from its neighbour", () => {
  const series = sampleSeries("a", [20, 40, 60], [1, null, 3]);
  assert.equal(pointAt(linear, series, 40), null);
  assert.equal(pointAt(linear, series, 45), null);
});

test("at its own x every measured point is read", () => {
  const grids = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(grids, fc.constantFrom(linear, log), (grid, axis) => {
      const x = grid.sort((a, b) => a - b);
      const series = sampleSeries("a", x, x);
      for (const [index, value] of x.entries()) assert.equal(pointAt(axis, series, value), index);
    }),
  );
});
