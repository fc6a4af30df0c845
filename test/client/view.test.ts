import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../src/client/store.ts";
import { DEFAULT_VIEW, nextView, type View } from "../../src/client/view.ts";

const hiding = (...ids: string[]): View => ({ ...DEFAULT_VIEW, hidden: new Set(ids) });

test("a series is switched off and on again", () => {
  const off = nextView(DEFAULT_VIEW, { type: "toggle", series: "a" });
  assert.deepEqual([...off.hidden], ["a"]);
  assert.deepEqual(nextView(off, { type: "toggle", series: "a" }), DEFAULT_VIEW);
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
  assert.deepEqual(nextView(view, { type: "reset" }), { ...view, hidden: new Set() });
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
