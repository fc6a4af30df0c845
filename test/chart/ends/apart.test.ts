import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { apart, type Wish } from "../../../src/chart/ends/apart.ts";

const wish = fc.record({
  at: fc.double({ min: 0, max: 300, noNaN: true }),
  height: fc.integer({ min: 5, max: 20 }).map((half) => half * 2),
});
const wishes = fc.array(wish, { maxLength: 8 });

/** Of the room that they have, a little less than they need in the end. */
function placed(all: readonly Wish[]): { top: number; bottom: number; at: number }[] {
  const middles = apart(all, 0, 320);
  return all.map(({ height, at }, i) => ({ top: middles[i]! - height / 2, bottom: middles[i]! + height / 2, at }));
}

describe("names move apart", () => {
  test("no two overlap, all are inside where they have room, and none changes places with another", () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const boxes = placed(all).sort((a, b) => a.top - b.top);
        for (const [i, box] of boxes.entries()) {
          assert.ok(box.top >= 0 && box.bottom <= 320);
          const next = boxes[i + 1];
          if (next) assert.ok(box.bottom <= next.top && box.at <= next.at);
        }
      }),
    );
  });

  test("who has room stays where it is, to half a pixel", () => {
    assert.deepEqual(
      apart(
        [200.3, 40, 100].map((at) => ({ at, height: 24 })),
        0,
        320,
      ),
      [200, 40, 100],
    );
  });

  test("together they move as little as possible: two at one place by the same, and no farther than the edge", () => {
    const two = (at: number): number[] =>
      apart(
        [at, at].map((at) => ({ at, height: 20 })),
        0,
        320,
      );
    assert.deepEqual(two(100), [90, 110]);
    assert.deepEqual(two(2), [10, 30]);
    assert.deepEqual(two(319), [290, 310]);
  });
});
