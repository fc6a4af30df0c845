import assert from "node:assert/strict";
import { test } from "node:test";
import { keyAction } from "../../src/client/keys.ts";
import { DEFAULT_VIEW, nextView, type View } from "../../src/chart/adjust/view.ts";
import { sampleChart, sampleSeries } from "./sample.ts";

const a = sampleSeries("a", [20, 40, 60], [20, 39, 50]);
const b = sampleSeries("b", [20, 40, 60], [20, 45, 70]);
const c = sampleSeries("c", [30, 60], [5, 41]);
const chart = sampleChart({ series: [a, b, c] });

function press(view: View, ...keys: string[]): View {
  return keys.reduce((view, key) => {
    const action = keyAction(chart, view, key);
    return action === null ? view : nextView(view, action);
  }, view);
}

test("right and left walk over all measured x, from the ends, and stop at them", () => {
  assert.equal(press(DEFAULT_VIEW, "ArrowRight").x, 20);
  assert.equal(press(DEFAULT_VIEW, "ArrowLeft").x, 60);
  assert.equal(press(DEFAULT_VIEW, "ArrowRight", "ArrowRight").x, 30);
  assert.equal(press(DEFAULT_VIEW, "ArrowRight", "ArrowLeft").x, 20);
  assert.equal(press(DEFAULT_VIEW, "End", "ArrowRight").x, 60);
  assert.equal(press(DEFAULT_VIEW, "End", "Home").x, 20);
});

test("with a series chosen they walk over its own points", () => {
  assert.equal(press({ ...DEFAULT_VIEW, x: 60, focus: "c" }, "ArrowLeft").x, 30);
  assert.equal(press({ ...DEFAULT_VIEW, x: 60, focus: "a" }, "ArrowLeft").x, 40);
});

test("down and up choose series as they stand at that x, round and round", () => {
  const at60 = { ...DEFAULT_VIEW, x: 60 };
  assert.equal(press(at60, "ArrowDown").focus, "b");
  assert.equal(press(at60, "ArrowDown", "ArrowDown").focus, "a");
  assert.equal(press(at60, "ArrowDown", "ArrowUp").focus, "c");
  assert.equal(press(at60, "ArrowUp").focus, "c");
  assert.deepEqual(press(DEFAULT_VIEW, "ArrowDown"), { ...DEFAULT_VIEW, x: 20, focus: "a", chart: "graph-1-rps" });
});

test("what is switched off is stepped over", () => {
  const view = { ...DEFAULT_VIEW, hidden: new Set(["a", "b"]) };
  assert.equal(press(view, "ArrowRight").x, 30);
  assert.equal(press({ ...view, hidden: new Set(["a", "b", "c"]) }, "ArrowRight", "ArrowDown").x, null);
});

test("Escape takes the readout away once; the page gets it after that, and every other key", () => {
  const read = press(DEFAULT_VIEW, "ArrowRight");
  assert.deepEqual(keyAction(chart, read, "Escape"), { type: "leave" });
  assert.equal(keyAction(chart, DEFAULT_VIEW, "Escape"), null);
  for (const key of ["Tab", "Enter", " ", "a"]) assert.equal(keyAction(chart, read, key), null);
});
