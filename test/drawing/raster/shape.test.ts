import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { circle } from "../../../src/drawing/raster/circle.ts";
import { dashes } from "../../../src/drawing/raster/dash.ts";
import { Shape } from "../../../src/drawing/raster/shape.ts";
import { strokeLine } from "../../../src/drawing/raster/stroke.ts";
import { STEPS } from "../../../src/drawing/raster/surface.ts";

const all = { left: -1000, top: -1000, right: 1000, bottom: 1000 };

/** Pixels that a shape covers, partly covered ones by their part, and how many are covered at all. */
function covered(shape: Shape, within = all): { readonly area: number; readonly pixels: number } {
  let [area, pixels] = [0, 0];
  shape.spans(within, (_row, from, to, steps) => {
    assert.ok(to > from && steps > 0 && steps <= STEPS);
    assert.ok(from >= within.left && to <= within.right);
    area += ((to - from) * steps) / STEPS;
    pixels += to - from;
  });
  return { area, pixels };
}

const place = fc.double({ min: -60, max: 60, noNaN: true });

describe("a shape", () => {
  test("covers its area, whatever its edges", () => {
    fc.assert(
      fc.property(fc.tuple(place, place, place, place, place, place), (corners) => {
        const [x0, y0, x1, y1, x2, y2] = corners;
        const shape = new Shape();
        shape.piece(corners);
        const { area, pixels } = covered(shape);
        const real = Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2;
        // each pixel that is told is rounded by half a step; slivers that are not told have less than that each
        assert.ok(Math.abs(area - real) <= (pixels + 500) / (2 * STEPS), `${area} for ${real}`);
      }),
    );
  });

  test("is covered exactly where its edges stand on steps of a pixel, and cut where it must be", () => {
    const shape = new Shape();
    shape.piece([1.5, 2, 7.25, 2, 7.25, 5.5, 1.5, 5.5]);
    assert.equal(covered(shape).area, 5.75 * 3.5);
    shape.piece([1.5, 2, 7.25, 2, 7.25, 5.5, 1.5, 5.5]);
    assert.equal(covered(shape, { left: 3, top: 0, right: 6, bottom: 5 }).area, 9);
    assert.equal(covered(shape).area, 0, "its edges are forgotten");
  });

  test("has no seam between pieces, and is not covered twice where they overlap", () => {
    const shape = new Shape();
    shape.piece([0, 0, 2.5, 0, 2.5, 4, 0, 4]);
    shape.piece([2.5, 0, 6, 0, 6, 4, 2.5, 4]);
    shape.piece([1, 1, 5, 1, 5, 3, 1, 3]);
    assert.equal(covered(shape).area, 24);
    shape.piece([0, 0, 6, 0, 6, 4, 0, 4]);
    shape.hole([1, 1, 5, 1, 5, 3, 1, 3]);
    assert.equal(covered(shape).area, 16);
  });
});

describe("a line", () => {
  const stroke = (points: number[], isClosed: boolean, join = "miter", cap = "butt"): number => {
    const shape = new Shape();
    strokeLine(shape, points, isClosed, { width: 2, cap, join });
    return covered(shape).area;
  };

  test("has its width, its ends and its corners", () => {
    const corner = [0, 0, 10, 0, 10, 10];
    assert.equal(stroke([0, 0, 10, 0], false), 20);
    assert.equal(stroke(corner, false), 40);
    assert.equal(stroke(corner, false, "bevel"), 39.5);
    assert.ok(Math.abs(stroke(corner, false, "round") - (39 + Math.PI / 4)) < 0.1);
    assert.ok(Math.abs(stroke([0, 0, 10, 0], false, "miter", "round") - (20 + Math.PI)) < 0.3);
    assert.equal(stroke([0, 0, 10, 0, 10, 10, 0, 10], true), 12 * 12 - 8 * 8);
    assert.equal(stroke([10, 10, 0, 10, 0, 0, 10, 0].toReversed(), true), 12 * 12 - 8 * 8);
  });

  test("is cut where a corner is too sharp for its tip", () => {
    assert.ok(stroke([0, 0, 40, 0, 0, 2], false) < stroke([0, 0, 40, 0, 0, 2], false, "round"));
  });

  test("is the same without points that stand on each other", () => {
    assert.equal(stroke([0, 0, 0, 0, 10, 0, 10, 0], false), 20);
    assert.equal(stroke([3, 3, 3, 3], false), 0);
  });

  test("is dashed around its corners", () => {
    assert.deepEqual(dashes([0, 0, 10, 0, 10, 10], [6, 2]), [
      [0, 0, 6, 0],
      [8, 0, 10, 0, 10, 4],
      [10, 6, 10, 10],
    ]);
    assert.deepEqual(dashes([0, 0, 7, 0], [2]), [
      [0, 0, 2, 0],
      [4, 0, 6, 0],
    ]);
    assert.deepEqual(dashes([0, 0, 7, 0], [0, 0]), [[0, 0, 7, 0]]);
  });
});

test("a circle's polygon is as large as the circle", () => {
  for (const radius of [2, 8, 60]) {
    const shape = new Shape();
    shape.piece(circle(3.3, 4.4, radius));
    assert.ok(Math.abs(covered(shape).area / (Math.PI * radius * radius) - 1) < 0.02, String(radius));
  }
});
