import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { placeCard } from "../../src/client/place.ts";

const area = { left: 50, top: 10, width: 600, height: 300 };
const size = { width: 180, height: 90 };

test("the card stands where it covers the fewest points", () => {
  const rising = Array.from({ length: 60 }, (_, i) => ({ left: 50 + i * 10, top: 310 - i * 5 }));
  assert.equal(placeCard(area, size, { at: 330, band: 0 }, rising, null).corner, "right-bottom");
  const falling = rising.map(({ left, top }) => ({ left, top: 320 - top }));
  assert.equal(placeCard(area, size, { at: 600, band: 0 }, rising, null).corner, "left-bottom");
  assert.equal(placeCard(area, size, { at: 330, band: 0 }, falling, null).corner, "right-top");
});

test("it stays in its corner while another one is hardly better", () => {
  const points = Array.from({ length: 40 }, (_, i) => ({ left: 60 + i * 10, top: i === 39 ? 20 : 300 }));
  const start = placeCard(area, size, { at: 330, band: 0 }, points, "right-top");
  assert.equal(start.corner, "right-top");
  assert.equal(placeCard(area, size, { at: 330, band: 0 }, points, null).corner, "left-top");
});

test("it never leaves the plot area when it fits into it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 650 }), fc.integer({ min: 40, max: 600 }), (cross, width) => {
      const place = placeCard(area, { width, height: 90 }, { at: cross, band: 0 }, [], null);
      assert.ok(place.left >= area.left && place.left + width <= area.left + area.width);
      assert.ok(place.top >= area.top && place.top + 90 <= area.top + area.height);
    }),
  );
});

test("it stands beside the whole band of a category", () => {
  const place = placeCard(area, size, { at: 200, band: 100 }, [], null);
  assert.ok(place.left >= 250, `at ${place.left}`);
});
