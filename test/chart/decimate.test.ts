import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { decimate, type Rows } from "../../src/chart/decimate.ts";

const WIDTH = 20;

/** Points with gaps, some of them with a spread, bunched anywhere on an axis of 20 columns of one unit. */
const measured = fc
  .uniqueArray(
    fc.record({
      x: fc.double({ min: 0, max: WIDTH, noNaN: true }),
      y: fc.option(fc.integer({ min: -5, max: 5 }), { freq: 3 }),
      spread: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 3 }),
      failed: fc.constantFrom(null, 0, 0, 0.1, 0.5),
    }),
    { minLength: 1, maxLength: 200, selector: ({ x }) => x },
  )
  .map((points) => points.sort((a, b) => a.x - b.x))
  .map((points): Rows => {
    const edge = (sign: 1 | -1) =>
      points.map(({ y, spread }) => (y === null || spread === null ? null : y + sign * spread));
    return {
      x: points.map(({ x }) => x),
      y: points.map(({ y }) => y),
      low: edge(-1),
      high: edge(1),
      failed: points.map(({ failed }) => failed),
    };
  });

const column = (x: number): number => Math.min(WIDTH - 1, Math.floor(x));

function take(rows: Rows, kept: readonly number[]): Rows {
  const at = <T>(values: readonly T[]): T[] => kept.map((row) => values[row]!);
  return { x: at(rows.x), y: at(rows.y), low: at(rows.low!), high: at(rows.high!), failed: at(rows.failed!) };
}

/** Lowest and highest of each column with a value. */
function ends({ x }: Rows, values: readonly (number | null)[]): Map<number, [number, number]> {
  const found = new Map<number, [number, number]>();
  for (const [row, value] of values.entries()) {
    if (value === null) continue;
    const [low, high] = found.get(column(x[row]!)) ?? [value, value];
    found.set(column(x[row]!), [Math.min(low, value), Math.max(high, value)]);
  }
  return found;
}

/** The x between which the line is broken: of each figure and the next one, where a figure is missing between them. */
function stands({ x, y }: Rows, row: number): boolean {
  return x[row] !== undefined && y[row] != null && y[row - 1] == null && y[row + 1] == null;
}

describe("decimating", () => {
  test("keeps lowest and highest of every column, of figures and of both edges of the spread", () => {
    fc.assert(
      fc.property(measured, (rows) => {
        const few = take(rows, decimate(rows, column));
        assert.deepEqual(ends(few, few.y), ends(rows, rows.y));
        const lowest = (of: Rows, edge: Rows["low"]) => [...ends(of, edge!)].map(([at, [low]]) => [at, low]);
        const highest = (of: Rows, edge: Rows["high"]) => [...ends(of, edge!)].map(([at, [, high]]) => [at, high]);
        assert.deepEqual(lowest(few, few.low), lowest(rows, rows.low));
        assert.deepEqual(highest(few, few.high), highest(rows, rows.high));
      }),
    );
  });

  test("keeps where the most failed in each column, if anything did", () => {
    const worst = (rows: Rows): Map<number, number> => {
      const found = new Map<number, number>();
      for (const [row, share] of rows.failed!.entries()) {
        const at = column(rows.x[row]!);
        if (share !== null && rows.y[row] !== null) found.set(at, Math.max(share, found.get(at) ?? 0));
      }
      return new Map([...found].filter(([, share]) => share > 0));
    };
    fc.assert(
      fc.property(measured, (rows) => assert.deepEqual(worst(take(rows, decimate(rows, column))), worst(rows))),
    );
  });

  test("keeps the order, the ends, and a bounded number in each column", () => {
    fc.assert(
      fc.property(measured, (rows) => {
        const kept = decimate(rows, column);
        assert.ok(kept.every((row, at) => at === 0 || row > kept[at - 1]!));
        assert.deepEqual([kept[0], kept.at(-1)], [0, rows.x.length - 1]);
        assert.ok(kept.length <= 2 + WIDTH * 7 * 5);
      }),
    );
  });

  test("joins two figures exactly where no figure is missing between them", () => {
    fc.assert(
      fc.property(measured, (rows) => {
        const kept = decimate(rows, column);
        for (const [at, row] of kept.entries()) {
          const next = kept[at + 1];
          if (next === undefined || rows.y[row] === null || rows.y[next] === null) continue;
          assert.ok(
            rows.y.slice(row, next).every((y) => y !== null),
            `a gap between rows ${row} and ${next} is bridged`,
          );
        }
        const few = take(rows, kept);
        for (const [at, row] of kept.entries()) assert.equal(stands(few, at), stands(rows, row));
      }),
    );
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(measured, (rows) => {
        const few = take(rows, decimate(rows, column));
        assert.deepEqual(take(few, decimate(few, column)), few);
      }),
    );
  });

  test("takes of a column of figures at most four", () => {
    const x = Array.from({ length: 1000 }, (_, row) => row / 1000);
    const y = x.map((at) => Math.sin(at * 40));
    y[500] = 9;
    const kept = decimate({ x, y, low: null, high: null, failed: null }, column);
    assert.equal(kept.length, 4);
    assert.ok(kept.includes(500));
  });

  test("of nothing leaves nothing", () => {
    assert.deepEqual(decimate({ x: [], y: [], low: null, high: null, failed: null }, column), []);
  });
});
