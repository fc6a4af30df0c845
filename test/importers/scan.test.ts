import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { numberIn } from "../../src/importers/scan/bytes.ts";
import { distribution } from "../../src/importers/scan/distribution.ts";
import { lineScanner } from "../../src/importers/scan/lines.ts";
import { rowScanner } from "../../src/importers/scan/rows.ts";

const utf8 = new TextEncoder();

/** Gives a text to a scanner in pieces of some sizes, over and over. */
function feed(scanner: { push(bytes: Uint8Array): void; end(): void }, text: string, sizes: readonly number[]): void {
  const bytes = utf8.encode(text);
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    scanner.push(bytes.slice(at, at + size));
    at += size;
  }
  scanner.end();
}

function rowsOf(text: string, sizes: readonly number[] = [1 << 20], delimiter = ","): string[][] {
  const rows: string[][] = [];
  const scanner = rowScanner(delimiter, (row) => {
    rows.push(Array.from({ length: row.count }, (_, cell) => row.text(cell)));
  });
  feed(scanner, text, sizes);
  return rows;
}

const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

const parsed = (text: string) => numberIn(utf8.encode(`x${text}y`), 1, 1 + text.length);
const recorded = (times: readonly number[]) => {
  const counts = distribution();
  for (const time of times) counts.record(time);
  return counts.figures()!;
};

describe("scanning in pieces", () => {
  it("gives the same lines however they are cut", () => {
    const line = fc.string({ unit: fc.constantFrom("a", "ü", "€", ",", " ") });
    fc.assert(
      fc.property(fc.array(line), pieces, fc.constantFrom("\n", "\r\n"), (lines, sizes, end) => {
        const found: string[] = [];
        const scanner = lineScanner((bytes, from, to) => found.push(new TextDecoder().decode(bytes.slice(from, to))));
        feed(
          scanner,
          `\ufeff${lines.join(end)}`,
          sizes.map((size) => size + 2),
        );
        assert.deepEqual(
          found,
          lines.filter((one) => one !== ""),
        );
      }),
    );
  });

  it("gives the same cells however rows are cut, quotes and line ends inside them too", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ü", ",", '"', "\n", "1") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), pieces, (rows, sizes) => {
        const written = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        assert.deepEqual(rowsOf(written, sizes), rows);
      }),
    );
  });

  it("reads cells without quotes, empty cells and a last row without an end", () => {
    assert.deepEqual(rowsOf('a,,c\r\n\r\n,"x, ""y""\nz",\n1,5" disk,3', [3]), [
      ["a", "", "c"],
      ["", 'x, "y"\nz', ""],
      ["1", '5" disk', "3"],
    ]);
    assert.deepEqual(rowsOf('a\t"b\nc\td\n', [2], "\t"), [
      ["a", '"b'],
      ["c", "d"],
    ]);
  });

  it("does not wait for ever for a quote that never closes", () => {
    assert.deepEqual(rowsOf('a,"b\nc,d\n'), [
      ["a", '"b'],
      ["c", "d"],
    ]);
  });

  it("knows the line on which each row begins", () => {
    const lines: number[] = [];
    feed(
      rowScanner(",", (row) => lines.push(row.line)),
      'a,b\n"x\ny",c\n\nd,e\n',
      [4],
    );
    assert.deepEqual(lines, [1, 2, 5]);
  });
});

describe("numbers in bytes", () => {
  it("are the numbers that their text says, to the last bit", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => parsed(String(x)) === x || x === 0),
    );
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const text = (digits / 10 ** decimals).toFixed(decimals);
        assert.equal(parsed(text), Number(text));
      }),
    );
    assert.equal(parsed("1795414529392251505"), Number("1795414529392251505"));
  });

  it("are none where there is none", () => {
    for (const text of ["", "-", ".", "1.2.3", "N/A", "12 ms"]) assert.ok(Number.isNaN(parsed(text)), text);
  });
});

describe("distribution", () => {
  const nanoseconds = fc.array(fc.integer({ min: 0, max: 10 ** 13 }), { minLength: 1 });
  it("of two halves adds up to that of the whole", () => {
    fc.assert(
      fc.property(nanoseconds, nanoseconds, (a, b) => {
        const sum = new Map<number, number>();
        for (const half of [recorded(a), recorded(b)])
          half.histogram!.values.forEach((value, i) =>
            sum.set(value, (sum.get(value) ?? 0) + half.histogram!.counts[i]!),
          );
        const { values, counts } = recorded([...a, ...b]).histogram!;
        assert.deepEqual(
          [...sum].sort((x, y) => x[0] - y[0]),
          values.map((value, i) => [value, counts[i]]),
        );
      }),
    );
  });

  it("gives exact means and extremes, and percentiles that are at most 0.1 % high", () => {
    fc.assert(
      fc.property(nanoseconds, (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        const { stats, n } = recorded(times);
        const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
        assert.equal(n, times.length);
        assert.equal(stats["min"], sorted[0]! / 1e9);
        assert.equal(stats["max"], sorted.at(-1)! / 1e9);
        assert.ok(Math.abs(stats["mean"]! - mean / 1e9) <= 1e-9 * Math.max(1e-9, mean / 1e9));
        const median = sorted[Math.ceil(times.length / 2) - 1]! / 1e9;
        assert.ok(stats["p50"]! >= median && stats["p50"]! <= median * 1.001);
      }),
    );
  });

  it("keeps whole milliseconds as they are", () => {
    const { stats, histogram } = recorded([1651, 190, 2554, 9999, 12345].map((ms) => ms * 1e6));
    assert.equal(stats["p50"], 2.554);
    assert.deepEqual(histogram!.values, [0.19, 1.651, 2.554, 9.999, 12.35]);
  });

  it("does not count what is no time", () => {
    const counts = distribution();
    for (const time of [Number.NaN, -1, Number.POSITIVE_INFINITY]) counts.record(time);
    assert.equal(counts.figures(), null);
  });
});
