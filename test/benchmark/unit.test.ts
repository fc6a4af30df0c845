import assert from "node:assert/strict";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { formatFixed, formatNumber, formatValue, thinSpace } from "../../src/benchmark/number.ts";
import { chooseDisplay, typicalSize } from "../../src/benchmark/unit-choice.ts";
import { baseOf, baseUnits, displayNames, displayUnit, toDisplay } from "../../src/benchmark/unit.ts";

const spaced = (text: string) => text.replaceAll(thinSpace, " ");

suite("units", () => {
  test("figures in base units are read in display units", () => {
    const known = [
      ["s", "ms", 0.0163, 16.3],
      ["s", "us", 2e-6, 2],
      ["s", "min", 90, 1.5],
      ["B", "KiB", 4096, 4],
      ["B", "kB", 4096, 4.096],
      ["B/s", "Mbit/s", 125_000, 1],
      ["1/s", "req/s", 40, 40],
      ["1/s", "kreq/s", 40_000, 40],
      ["1/s", "orders/min", 2, 120],
      ["1", "%", 0.045, 4.5],
      ["1", "×", 3, 3],
      ["W", "kW", 1500, 1.5],
      ["frames", "frames", 7, 7],
    ] as const;
    for (const [base, display, value, expected] of known) {
      const shown = toDisplay(value, displayUnit(base, display)!);
      assert(Math.abs(shown - expected) < 1e-9, `${value} ${base} is ${shown} ${display}`);
    }
  });

  test("units of other quantities do not fit", () => {
    for (const [base, display] of [
      ["s", "KiB"],
      ["1/s", "kB/s"],
      ["1/s", "Mbit/s"],
      ["W", "V"],
      ["1", "s"],
      ["frames", "rames"],
    ] as const) {
      assert.equal(displayUnit(base, display), null, `${base} in ${display}`);
    }
  });

  test("every display unit names its base unit, and a base unit is nobody's display unit", () => {
    for (const base of baseUnits) {
      assert.equal(baseOf(base), null);
      for (const display of displayNames(base))
        if (display !== base) assert.equal(baseOf(display)?.base, base, display);
    }
  });

  test("the display unit is chosen by size", () => {
    const known = [
      ["s", 0.0069, "ms"],
      ["s", 3, "s"],
      ["s", 3e-12, "ns"],
      ["s", 0, "s"],
      ["B", 5000, "KiB"],
      ["B/s", 2e6, "MB/s"],
      ["1", 0.1, "%"],
      ["1", 3, "1"],
      ["1/s", 3000, "1/s"],
      ["W", 1e9, "W"],
    ] as const;
    for (const [base, size, display] of known) assert.equal(chooseDisplay(base, size), display, `${size} ${base}`);
    assert.equal(typicalSize([null, 0, -5, 1, 3]), 3);
    assert.equal(typicalSize([null, 0]), 0);
  });
});

suite("figures for people", () => {
  test("as many digits as say something", () => {
    const known = [
      [0, "0"],
      [-1, "−1"],
      [1234.5, "1 235"],
      [12.345, "12.3"],
      [12, "12"],
      [0.0163, "0.0163"],
      [0.1 + 0.2, "0.3"],
      [999.6, "1 000"],
      [1_234_567, "1 234 567"],
      [0.00001234, "0.0000123"],
      [1e-7, "10⁻⁷"],
      [-1.5e20, "−1.5 × 10²⁰"],
      [NaN, "–"],
      [-Infinity, "−∞"],
    ] as const;
    for (const [value, expected] of known) assert.equal(spaced(formatNumber(value)), expected);
    assert.equal(formatNumber(2.54321, { significant: 4 }), "2.543");
  });

  test("fixed decimals for columns, and no minus before nothing", () => {
    assert.equal(spaced(formatFixed(12_345.6, 1)), "12 345.6");
    assert.equal(formatFixed(-0.001, 2), "0.00");
    assert.equal(formatFixed(-0.5, 1), "−0.5");
  });

  test("with a unit", () => {
    assert.equal(spaced(formatValue(0.0163, displayUnit("s", "ms")!)), "16.3 ms");
    assert.equal(formatValue(3, displayUnit("1", "1")!), "3");
    assert.equal(formatValue(null, displayUnit("s", "ms")!), "–");
  });

  test("read back, a figure is the one that was written, to three digits", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
        const text = formatNumber(value);
        if (Math.abs(value) < 1e-5) return;
        const read = Number(text.replaceAll(thinSpace, "").replace("−", "-"));
        assert(Math.abs(read - value) <= 0.005 * Math.abs(value) + 1e-12, `${value} was written ${text}`);
      }),
    );
  });
});
