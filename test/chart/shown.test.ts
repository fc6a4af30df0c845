import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { clean } from "../../src/chart/decide/shown.ts";

describe("a computed figure", () => {
  test("loses the dust of binary fractions", () => {
    assert.equal(clean(6.8999999999999995), 6.9);
    assert.equal(clean(0.0069 * 1000), 6.9);
    assert.ok(Object.is(clean(-0), 0));
  });

  test("keeps twelve digits, whichever way is quicker", () => {
    const short = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 1e6);
    const scaled = fc.tuple(short, fc.constantFrom(1, 3, 1e-3, 1e3, 1e-9, 60)).map(([value, factor]) => value * factor);
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), short, scaled), (value) => {
        assert.ok(Object.is(clean(value), Number(value.toPrecision(12)) + 0), String(value));
      }),
      { numRuns: 2000 },
    );
  });
});
