import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { allTiles, parentOf, rootTile, spanOf, tileName, tilesFor } from "../../src/chart/levels.ts";

const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 200 })
  .map((values) => values.sort((a, b) => a - b));
const logarithm = fc.boolean();

describe("the levels of a chart", () => {
  test("of ten tiles are ten, five, three, two and one", () => {
    const names = allTiles(Array.from({ length: 11 }, (_, i) => i)).map(tileName);
    assert.deepEqual(names.slice(0, 6), ["4-0.json", "3-0.json", "3-1.json", "2-0.json", "2-1.json", "2-2.json"]);
    assert.equal(names.length, 21);
  });

  test("each cover the axis without a gap, and lie in their parents", () => {
    fc.assert(
      fc.property(edges, (cuts) => {
        for (let level = 0; level <= rootTile(cuts).level; level++) {
          const spans = allTiles(cuts).flatMap((tile) => (tile.level === level ? [spanOf(cuts, tile)] : []));
          assert.deepEqual([spans[0]![0], spans.at(-1)![1]], [cuts[0], cuts.at(-1)]);
          for (const [i, [from]] of spans.entries()) if (i > 0) assert.equal(from, spans[i - 1]![1]);
        }
        for (const tile of allTiles(cuts).slice(1)) {
          const [outer, inner] = [spanOf(cuts, parentOf(tile)), spanOf(cuts, tile)];
          assert.ok(outer[0] <= inner[0] && outer[1] >= inner[1]);
        }
      }),
    );
  });

  test("show a part of the axis with tiles that cover it, none wider than it but the root and those of the finest", () => {
    fc.assert(
      fc.property(
        edges,
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.double({ min: 0.001, max: 0.1, noNaN: true }),
        logarithm,
        (cuts, at, share, log) => {
          const [first, last] = [cuts[0]!, cuts.at(-1)!];
          const along = log ? Math.log10 : (x: number) => x;
          const part = [first + at * (last - first), first + (at + share) * (last - first)] as const;
          const tiles = tilesFor(cuts, part, along);
          const spans = tiles.map((tile) => spanOf(cuts, tile));
          assert.ok(spans[0]![0] <= part[0] && spans.at(-1)![1] >= part[1]);
          for (const [i, [from, to]] of spans.entries()) {
            if (i > 0) assert.equal(from, spans[i - 1]![1]);
            const fits = along(to) - along(from) <= (along(part[1]) - along(part[0])) * 1.001;
            assert.ok(fits || tiles[i]!.level === 0);
          }
        },
      ),
    );
  });

  test("show the whole with the root", () => {
    fc.assert(
      fc.property(edges, (cuts) => {
        assert.deepEqual(
          tilesFor(cuts, [cuts[0]!, cuts.at(-1)!], (x) => x),
          [rootTile(cuts)],
        );
      }),
    );
  });
});
