import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { deflateRuns } from "../../../src/drawing/raster/deflate.ts";
import { codeLengths } from "../../../src/drawing/raster/huffman.ts";

const run = fc.tuple(fc.nat(255), fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 250, max: 9000 })));

test("runs are read back as they were", () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 60 }), (runs) => {
      const bytes = Buffer.concat(runs.map(([value, length]) => Buffer.alloc(length, value)));
      const pairs = Int32Array.from(runs.flat());
      assert.ok(inflateSync(deflateRuns({ pairs, length: pairs.length })).equals(bytes));
    }),
  );
});

test("codes are at most 15 bits long, and leave none unused", () => {
  const steep = Uint32Array.from({ length: 40 }, (_, i) => 2 ** Math.min(i, 31));
  for (const counts of [steep, Uint32Array.of(0, 7, 0, 7), Uint32Array.of(1, 1, 1, 1, 1)]) {
    const lengths = [...codeLengths(counts)];
    assert.ok(lengths.every((length, i) => length <= 15 && length > 0 === counts[i]! > 0));
    assert.equal(
      lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0),
      1,
    );
  }
});
