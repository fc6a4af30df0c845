import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { cut } from "../../src/client/strokes.ts";

/** Places along a line from left to right, several of them in a column of pixels. */
const places = fc
  .array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 1, maxLength: 1500 })
  .map((steps) => steps.map(((x) => (step: number) => ({ x: (x += step) }))(0)));

describe("a long line is stroked in parts", () => {
  test("which share their ends, so that nothing of it is missing", () => {
    fc.assert(
      fc.property(places, (points) => {
        const whole = { start: 0, end: points.length - 1, loop: false };
        const parts = cut(whole, points);
        assert.deepEqual([parts[0]!.start, parts.at(-1)!.end], [whole.start, whole.end]);
        for (const [i, { start }] of parts.entries()) if (i > 0) assert.equal(start, parts[i - 1]!.end);
      }),
    );
  });

  test("of a hundred points or more, and never within a column of pixels", () => {
    fc.assert(
      fc.property(places, (points) => {
        for (const { start, end } of cut({ start: 0, end: points.length - 1, loop: false }, points).slice(0, -1)) {
          assert.ok(end - start >= 100);
          assert.notEqual(Math.trunc(points[end]!.x), Math.trunc(points[end - 1]!.x));
        }
      }),
    );
  });

  test("and stays whole where it is short or all of it is in one column", () => {
    const column = Array.from({ length: 500 }, () => ({ x: 7.5 }));
    const whole = { start: 3, end: 499, loop: false };
    assert.deepEqual(cut(whole, column), [whole]);
    assert.deepEqual(cut({ ...whole, end: 80 }, column), [{ ...whole, end: 80 }]);
  });
});
