import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { fromQuery } from "../../../src/chart/adjust/from-query.ts";
import { placeName, toQuery } from "../../../src/chart/adjust/to-query.ts";
import { type Adjustment, isSame, UNCHANGED } from "../../../src/chart/adjust/adjustment.ts";
import { chartOf, servers, tasks } from "../sample.ts";

const line = { ...chartOf(servers(20), { metric: "reply_rate" }), id: "graph-1" };
const other = { ...line, id: "graph-2" };
const bars = { ...chartOf(tasks(["lists", "maps"]), {}), id: "graph-6" };
const adjusted = (change: Partial<Adjustment>): Adjustment => ({ ...UNCHANGED, ...change });
const none = { hidden: new Set<string>(), adjustments: new Map<string, Adjustment>() };

describe("the address of a view", () => {
  test("is the page's own for the view that was described", () => {
    assert.equal(toQuery(none, "graph-1", null), "");
  });

  test("can be read", () => {
    const adjustments = new Map([
      ["graph-1", adjusted({ yScale: "log", base: "server-1", xRange: [200, 1000] })],
      ["graph-2", adjusted({ yScale: "log" })],
    ]);
    assert.equal(
      toQuery({ hidden: new Set(["server-2", "server-3"]), adjustments }, "graph-1", placeName(line.x, 800)),
      "y=log&xrange=200..1000&base=server-1&graph-2.y=log&hide=server-2,server-3&x=800",
    );
  });

  test("without a chart to lead to is asked of all charts that can", () => {
    const asked = [line, bars].map((chart) => fromQuery("?y=log", null, chart));
    assert.deepEqual(
      asked.map(({ adjustment, refused }) => [adjustment.yScale, refused]),
      [
        ["log", []],
        [null, []],
      ],
    );
    assert.equal(fromQuery("?y=log", "graph-2", line).adjustment, UNCHANGED);
    assert.equal(fromQuery("?graph-1.y=log", "graph-2", line).adjustment.yScale, "log");
  });

  test("ignores what is not meant for it, and refuses what cannot be", () => {
    const query = "?utm_source=feed&y=cubic&xrange=9..1&base=nobody&hide=server-1,x&x=far&yrange=0..5";
    const asked = fromQuery(query, "graph-1", line);
    assert.deepEqual(asked.refused, ["y=cubic", "xrange=9..1", "base=nobody", "hide=server-1,x", "x=far"]);
    assert.deepEqual([[...asked.hidden], asked.isMeant, asked.x], [["server-1"], true, null]);
    assert.deepEqual(asked.adjustment, adjusted({ yRange: [0, 5] }));
  });

  test("names a place among names by its name", () => {
    const query = toQuery(none, "graph-6", placeName(bars.x, 1));
    assert.equal(query, "x=maps");
    assert.equal(fromQuery(query, "graph-6", bars).x, 1);
    assert.deepEqual(fromQuery("x=trees", "graph-6", bars).refused, ["x=trees"]);
    assert.deepEqual(fromQuery("x=1", "graph-6", bars).refused, ["x=1"]);
  });

  test("asks bars for no log scale, and names for no range", () => {
    assert.deepEqual(fromQuery("y=log&xrange=0..1", "graph-6", bars).refused, ["y=log", "xrange=0..1"]);
  });

  test("asks for nothing that a log scale has no place for, in whatever order", () => {
    for (const query of ["y=log&yrange=0..5", "yrange=0..5&y=log"]) {
      const { adjustment, refused } = fromQuery(query, "graph-1", line);
      assert.deepEqual([adjustment, refused], [adjusted({ yScale: "log" }), ["yrange=0..5"]]);
    }
    assert.deepEqual(fromQuery("xrange=-5..100&xscale=log", "graph-1", line).refused, ["xrange=-5..100"]);
    assert.deepEqual(fromQuery("xrange=-5..100&xscale=log", null, line).adjustment, adjusted({ xScale: "log" }));
  });

  test("asks for no part and no place where nothing was measured", () => {
    const asked = fromQuery("xrange=1e6..2e6&x=1e6", "graph-1", line);
    assert.deepEqual([asked.adjustment, asked.x, asked.refused], [UNCHANGED, null, ["xrange=1e6..2e6", "x=1e6"]]);
  });

  test("asks for no multiples of a distribution", () => {
    const tails = { ...line, form: "percentiles" as const };
    assert.deepEqual(fromQuery("base=server-1", "graph-1", tails).refused, ["base=server-1"]);
  });

  test("asks for no range that no computer can divide", () => {
    const query = "xrange=5e-324..1&yrange=-1.7e308..1.7e308";
    assert.deepEqual(fromQuery(query, "graph-1", line).refused, query.split("&"));
  });

  test("gives the view back", () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 501, max: 9000 }));
    const adjustment = fc.record<Adjustment>(
      {
        xScale: fc.constantFrom(null, "linear", "log"),
        yScale: fc.constantFrom(null, "linear", "log"),
        xRange: fc.option(range),
        yRange: fc.option(range),
        base: fc.constantFrom(null, "server-1", "server-4"),
        runs: fc.constant(null),
        panels: fc.boolean(),
      },
      { noNullPrototype: true },
    );
    const hidden = fc.subarray(line.series.map(({ id }) => id));
    const chart = fc.constantFrom("graph-1", "graph-2");
    const [first, last] = [line.series[0]!.x[0]!, line.series[0]!.x.at(-1)!];
    const x = fc.option(fc.double({ min: first, max: last, noNaN: true }));
    fc.assert(
      fc.property(adjustment, adjustment, hidden, chart, x, (a, b, ids, to, at) => {
        const all: [string, Adjustment][] = [
          ["graph-1", a],
          ["graph-2", b],
        ];
        const adjustments = new Map(all.filter(([, one]) => !isSame(one, UNCHANGED)));
        const query = toQuery({ hidden: new Set(ids), adjustments }, to, placeName(line.x, at));
        for (const one of [line, other]) {
          const again = fromQuery(`?${query}`, to, one);
          assert.deepEqual([...again.hidden].toSorted(), ids.toSorted());
          assert.deepEqual(again.adjustment, one === line ? a : b);
          assert.deepEqual([again.x, again.refused], [one.id === to ? at : null, []]);
        }
      }),
    );
  });

  test("never throws at what somebody typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, fragment) => {
        fromQuery(query, fragment, line);
      }),
    );
  });
});
