import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { labelPowers, labelTicks } from "../../src/chart/decide/tick-label.ts";
import { linearTicks, niceTicks, tickStep } from "../../src/chart/decide/ticks.ts";
import { logDomain, logTicks } from "../../src/chart/decide/log-ticks.ts";
import { timeTicks } from "../../src/chart/decide/time-ticks.ts";

const size = fc.double({ min: 1e-9, max: 1e14, noNaN: true });
const ends = fc.tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), size);
const counts = fc.integer({ min: 2, max: 10 });

describe("ticks on a linear axis", () => {
  test("a step is 1, 2 or 5 times a power of ten", () => {
    fc.assert(
      fc.property(size, counts, (span, count) => {
        const [mantissa] = tickStep(0, span, count).toExponential().split("e");
        assert.ok(["1", "2", "5"].includes(mantissa!), mantissa);
      }),
    );
  });

  test("they lie within the ends, ascending, and there are about as many as wanted", () => {
    fc.assert(
      fc.property(ends, counts, ([low, span], count) => {
        fc.pre(span > Math.abs(low) * 1e-6);
        const ticks = linearTicks(low, low + span, count);
        const slack = span * 1e-6;
        assert.ok(ticks.every((tick) => tick >= low - slack && tick <= low + span + slack));
        assert.ok(ticks.every((tick, i) => i === 0 || tick > ticks[i - 1]!));
        assert.ok(ticks.length <= count * 1.5 + 1.5, `${ticks.length} for ${count}`);
      }),
    );
  });

  test("a nice domain holds both ends and begins and ends at ticks", () => {
    fc.assert(
      fc.property(size, counts, (high, count) => {
        const { domain, ticks } = niceTicks(0, high, count);
        const [from, to] = domain;
        assert.equal(from, 0);
        assert.ok(to >= high * (1 - 1e-9));
        assert.equal(ticks.at(0), from);
        assert.equal(ticks.at(-1), to);
      }),
    );
  });

  test("hold no dust", () => {
    assert.deepEqual(linearTicks(0, 0.3, 3), [0, 0.1, 0.2, 0.3]);
    assert.deepEqual(linearTicks(0, 2000, 5), [0, 500, 1000, 1500, 2000]);
    assert.deepEqual(linearTicks(-1, 1, 4), [-1, -0.5, 0, 0.5, 1]);
  });
});

function labels(values: number[]): string[] {
  return labelTicks(values).map(({ label }) => label);
}

describe("labels of ticks", () => {
  test("agree in their decimals and in their scale", () => {
    assert.deepEqual(labels([0, 0.5, 1]), ["0", "0.5", "1.0"]);
    assert.deepEqual(labels([0, 500, 1000]), ["0", "500", "1\u202F000"]);
    assert.deepEqual(labels([0, 50_000, 100_000]), ["0", "50k", "100k"]);
    assert.deepEqual(labels([0, 5e11, 1e12]), ["0", "0.5T", "1.0T"]);
    assert.deepEqual(labels([0, 2e-6, 4e-6]), ["0", "2\u202F×\u202F10⁻⁶", "4\u202F×\u202F10⁻⁶"]);
  });

  test("tell ticks apart and are never wide", () => {
    fc.assert(
      fc.property(size, counts, (high, count) => {
        const found = labels(linearTicks(0, high, count));
        assert.equal(new Set(found).size, found.length);
        for (const label of found) assert.ok(label.length <= 10, label);
      }),
    );
  });
});

describe("ticks on a log axis", () => {
  test("are round, within the ends, and no more than wanted", () => {
    fc.assert(
      fc.property(size, fc.double({ min: 1.001, max: 1e12, noNaN: true }), counts, (low, factor, count) => {
        const [from, to] = logDomain(low, low * factor);
        assert.ok(from <= low * (1 + 1e-9) && to >= low * factor * (1 - 1e-9));
        const ticks = logTicks(from, to, count);
        assert.ok(ticks.length >= 1 && ticks.length <= count, `${ticks.length} of ${count}`);
        assert.ok(ticks.every((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9)));
      }),
    );
  });

  test("are powers of ten over many decades, finer over few", () => {
    assert.deepEqual(logTicks(1, 1000, 8), [1, 3, 10, 30, 100, 300, 1000]);
    assert.deepEqual(logTicks(1, 50, 8), [1, 2, 5, 10, 20, 50]);
    assert.deepEqual(logTicks(1e-3, 1e6, 5), [1e-2, 1, 1e2, 1e4, 1e6]);
    assert.deepEqual(
      labelPowers([0.01, 1, 1e6]).map(({ label }) => label),
      ["0.01", "1", "1M"],
    );
  });
});

function times(from: string, to: string): string[] {
  const [low, high] = [from, to].map((iso) => Date.parse(iso) / 1000);
  return timeTicks(low!, high!, 6).map(({ label }) => label);
}

describe("ticks on an axis of time", () => {
  test("stand at round times, from seconds to decades", () => {
    assert.deepEqual(times("2026-01-01T10:00:10Z", "2026-01-01T10:00:35Z"), [
      "10:00:10",
      "10:00:15",
      "10:00:20",
      "10:00:25",
      "10:00:30",
      "10:00:35",
    ]);
    assert.deepEqual(times("2026-01-01T08:10:00Z", "2026-01-01T13:00:00Z"), [
      "09:00",
      "10:00",
      "11:00",
      "12:00",
      "13:00",
    ]);
    assert.deepEqual(times("2026-02-26T00:00:00Z", "2026-03-02T00:00:00Z"), [
      "26 Feb",
      "27 Feb",
      "28 Feb",
      "1 Mar",
      "2 Mar",
    ]);
    assert.deepEqual(times("2025-11-10T00:00:00Z", "2026-03-10T00:00:00Z"), [
      "Dec 2025",
      "Jan 2026",
      "Feb 2026",
      "Mar 2026",
    ]);
    assert.deepEqual(times("2001-05-01T00:00:00Z", "2026-03-10T00:00:00Z"), ["2005", "2010", "2015", "2020", "2025"]);
  });

  test("are never more than wanted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: 1, max: 4e9 }), (low, span) => {
        assert.ok(timeTicks(low, low + span, 6).length <= 7);
      }),
    );
  });
});
