import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../../src/client/store.ts";
import { UNCHANGED } from "../../../src/chart/adjust/adjustment.ts";
import { type Action, adjustmentOf, DEFAULT_VIEW, nextView, type View } from "../../../src/chart/adjust/view.ts";

const hiding = (...ids: string[]): View => ({ ...DEFAULT_VIEW, hidden: new Set(ids) });

test("a series is switched off and on again", () => {
  const off = nextView(DEFAULT_VIEW, { type: "toggle", series: "a" });
  assert.deepEqual([...off.hidden], ["a"]);
  assert.deepEqual([...nextView(off, { type: "toggle", series: "a" }).hidden], []);
});

test("one series alone, then all of its chart again; other charts' series stay as they are", () => {
  const among = ["a", "b", "c"];
  const alone = nextView(hiding("x", "a"), { type: "only", series: "a", among });
  assert.deepEqual([...alone.hidden].sort(), ["b", "c", "x"]);
  const again = nextView(alone, { type: "only", series: "a", among });
  assert.deepEqual([...again.hidden], ["x"]);
});

test("reset shows everything and leaves the readout where it is", () => {
  const view = { ...hiding("a", "b"), x: 40, chart: "graph-1" };
  const after = nextView(view, { type: "reset" });
  assert.deepEqual([[...after.hidden], after.x, after.chart], [[], 40, "graph-1"]);
});

test("the keyboard lets go of a series that is switched off", () => {
  const view = { ...DEFAULT_VIEW, x: 40, focus: "a" };
  assert.equal(nextView(view, { type: "toggle", series: "a" }).focus, null);
  assert.equal(nextView(view, { type: "toggle", series: "b" }).focus, "a");
});

test("a reading keeps the chosen series unless it says otherwise", () => {
  const view = nextView(DEFAULT_VIEW, { type: "read", chart: "graph-1", x: 40, focus: "a" });
  assert.equal(nextView(view, { type: "read", chart: "graph-1", x: 60 }).focus, "a");
  assert.equal(nextView(view, { type: "read", chart: "graph-1", x: 60, focus: null }).focus, null);
  assert.equal(nextView(view, { type: "leave" }).x, null);
});

test("nobody hears of an action that changes nothing", () => {
  const store = createStore();
  const heard: View[] = [];
  store.listen((view) => heard.push(view));
  store.send({ type: "leave" });
  store.send({ type: "reset" });
  store.send({ type: "read", chart: "graph-1", x: 40 });
  store.send({ type: "read", chart: "graph-1", x: 40 });
  assert.deepEqual(heard, [{ ...DEFAULT_VIEW, x: 40, chart: "graph-1" }]);
});

test("a chart is adjusted, adjusted again, and forgotten when it is as it was described", () => {
  const log = nextView(DEFAULT_VIEW, { type: "adjust", chart: "graph-1", change: { yScale: "log" } });
  const both = nextView(log, { type: "adjust", chart: "graph-1", change: { base: "a" } });
  assert.deepEqual(adjustmentOf(both, "graph-1"), { ...UNCHANGED, yScale: "log", base: "a" });
  assert.deepEqual(adjustmentOf(both, "graph-2"), UNCHANGED);
  assert.equal(nextView(both, { type: "adjust", chart: "graph-1", change: { base: "a" } }), both);
  const back = nextView(both, { type: "adjust", chart: "graph-1", change: UNCHANGED });
  assert.equal(back.adjustments.size, 0);
});

test("each change of the pictures can be taken back, in the order in which it was made", () => {
  const actions: Action[] = [
    { type: "toggle", series: "a" },
    { type: "adjust", chart: "graph-1", change: { xRange: [0, 100] } },
    { type: "read", chart: "graph-1", x: 40 },
    { type: "restore", chart: "graph-1", among: ["a", "b"] },
  ];
  let view = actions.reduce(nextView, DEFAULT_VIEW);
  assert.deepEqual([view.hidden.size, view.adjustments.size, view.x], [0, 0, 40]);
  view = nextView(view, { type: "undo" });
  assert.deepEqual([[...view.hidden], adjustmentOf(view, "graph-1").xRange], [["a"], [0, 100]]);
  view = nextView(nextView(view, { type: "undo" }), { type: "undo" });
  assert.deepEqual([view.hidden.size, view.adjustments.size, view.x], [0, 0, 40]);
  assert.equal(nextView(view, { type: "undo" }), view);
});

test("to restore a chart leaves other charts and their series alone", () => {
  const other = nextView(hiding("x"), { type: "adjust", chart: "graph-2", change: { yScale: "log" } });
  assert.equal(nextView(other, { type: "restore", chart: "graph-1", among: ["a"] }), other);
});
