import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decimalMark, parseNumber } from "../../src/importers/number.ts";
import { parseDuration, parseScaled } from "../../src/importers/quantity.ts";
import { nearestRank, summarize } from "../../src/importers/samples.ts";

describe("figures as tools print them", () => {
  it("are times with their unit, of Go too", () => {
    const times = [
      "0.94ms",
      "65us",
      "1.5 µs",
      "7.71s",
      "1m2.3s",
      "1h0m0s",
      "0.30m",
      "12ns",
      "-nan",
      "nanus",
      "5",
      "5ms!",
    ];
    assert.deepEqual(times.map(parseDuration), [
      0.00094,
      0.000065,
      0.0000015,
      7.71,
      62.3,
      3600,
      18,
      1.2e-8,
      null,
      null,
      null,
      null,
    ]);
  });

  it("are scaled by the tool's K", () => {
    assert.deepEqual(
      [parseScaled("12.3k", 1000), parseScaled("2.00MB", 1024), parseScaled("1 KiB", 1000), parseScaled("x", 1000)],
      [12300, 2097152, 1024, null],
    );
  });

  it("are numbers with separators, or missing", () => {
    assert.deepEqual(
      ["1,234.5", "-0.5", "1e-9", "1'000", "1,23"].map((text) => parseNumber(text)),
      [1234.5, -0.5, 1e-9, 1000, null],
    );
    assert.deepEqual(
      ["1.234,5", "0,5", "7"].map((text) => parseNumber(text, ",")),
      [1234.5, 0.5, 7],
    );
    for (const text of ["", "NaN", "-nan", "inf", "+INF", "N/A", "---", "-", "Infinity", "1e999"])
      assert.equal(parseNumber(text), null, text);
    assert.deepEqual(
      [decimalMark(",", ["1,5"]), decimalMark(";", ["a", "1,5"]), decimalMark("\t", ["1,5", "1.5"])],
      [".", ",", "."],
    );
  });

  it("are summed up by sample statistics", () => {
    assert.deepEqual(summarize([4, 1, 3, 2]), { mean: 2.5, median: 2.5, min: 1, max: 4, stdev: Math.sqrt(5 / 3) });
    assert.equal(summarize([7]).stdev, null);
    const thousand = Array.from({ length: 1000 }, (_, i) => i + 1);
    assert.deepEqual(
      [0, 50, 99.9, 100].map((percent) => nearestRank(thousand, percent)),
      [1, 500, 999, 1000],
    );
  });
});
