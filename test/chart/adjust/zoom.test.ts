import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { canZoom, reveal, zoomAt, zoomTo } from "../../../src/chart/adjust/zoom.ts";
import type { Range } from "../../../src/chart/adjust/adjustment.ts";

const axis = { kind: "linear", domain: [0, 1000] } as const;
const log = { kind: "log", domain: [1, 10_000] } as const;

describe("zooming", () => {
  test("keeps the place under the hand where it is", () => {
    assert.deepEqual(zoomAt(axis, null, 500, 2), [250, 750]);
    assert.deepEqual(zoomAt(axis, [250, 750], 250, 2), [250, 500]);
    assert.deepEqual(zoomAt(log, null, 100, 2), [10, 1000]);
  });

  test("goes back to the whole, and never beyond", () => {
    assert.deepEqual(zoomAt(axis, [0, 500], 100, 1 / 1.5), [0, 750]);
    assert.equal(zoomAt(axis, [250, 750], 500, 0.5), null);
  });

  test("stays on the axis, with its ends in order, however often", () => {
    const step = fc.record({
      place: fc.double({ min: -500, max: 2000, noNaN: true }),
      factor: fc.constantFrom(2, 0.5, 8, 0.9),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let range: Range | null = null;
        for (const { place, factor } of steps) range = zoomAt(axis, range, place, factor);
        const [low, high] = range ?? axis.domain;
        assert.ok(low >= 0 && high <= 1000 && low < high, `${low} ${high}`);
      }),
    );
  });

  test("takes two places in any order, but not one and the same", () => {
    assert.deepEqual(zoomTo(axis, 700, 300), [300, 700]);
    assert.deepEqual(zoomTo(axis, -100, 300), [0, 300]);
    assert.equal(zoomTo(axis, 300, 300), null);
  });

  test("follows a reader who walks out of it", () => {
    assert.deepEqual(reveal([100, 200], 250), [150, 250]);
    assert.deepEqual(reveal([100, 200], 50), [50, 150]);
    assert.deepEqual(reveal([100, 200], 150), [100, 200]);
    assert.equal(reveal(null, 150), null);
  });

  test("has no meaning among names", () => {
    assert.equal(canZoom({ kind: "category" }), false);
    assert.equal(canZoom({ kind: "percentile" }), false);
  });
});
