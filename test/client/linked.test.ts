import assert from "node:assert/strict";
import { test } from "node:test";
import { linkCharts, placeOf } from "../../src/client/linked.ts";
import { sampleAxis, sampleChart } from "./sample.ts";

const over = (id: string, given: Parameters<typeof sampleAxis>[0]) => sampleChart({ id, x: sampleAxis(given) });
const rates = { label: "Demanded requests", unit: "req/s" };
const linear = over("linear", rates);
const log = over("log", { ...rates, kind: "log" });
const bars = over("bars", { ...rates, kind: "category", categories: ["50", "1 000", "2 000"] });
const names = over("names", { label: "Task", kind: "category", categories: ["lists", "maps", "sets"] });
const sorted = over("sorted", { label: "Task", kind: "category", categories: ["sets", "lists", "maps"] });
const versions = over("versions", { label: "Version", kind: "category", categories: ["3.1", "3.10"] });

test("an x is the same in all charts that have it, whatever their scale, their marks and their order", () => {
  const linked = linkCharts();
  const stores = [linear, log, bars, names, sorted].map(linked.of);
  const seen = (): (number | null)[] => stores.map((store) => store.view().x);
  stores[0]!.send({ type: "read", chart: "linear", x: 1000 });
  assert.deepEqual(seen(), [1000, 1000, 1, null, null]);
  stores[0]!.send({ type: "read", chart: "linear", x: 1050 });
  assert.deepEqual(seen(), [1050, 1050, null, null, null]);
  stores[2]!.send({ type: "read", chart: "bars", x: 2 });
  assert.deepEqual(seen(), [2000, 2000, 2, null, null]);
  stores[3]!.send({ type: "read", chart: "names", x: 0 });
  assert.deepEqual(seen(), [null, null, null, 0, 1]);
  stores[4]!.send({ type: "read", chart: "sorted", x: 0 });
  assert.deepEqual(seen(), [null, null, null, 2, 0]);
  stores[4]!.send({ type: "leave" });
  assert.deepEqual(seen(), [null, null, null, null, null]);
});

test("names that look like figures are names where two of them would be one", () => {
  const { toShared } = placeOf(versions.x);
  assert.notEqual(toShared(0), toShared(1));
});

test("what is off is off in all charts; only those hear of a change that it changes", () => {
  const linked = linkCharts();
  const [first, second] = [linked.of(linear), linked.of(names)];
  let heard = 0;
  second.listen(() => heard++);
  first.send({ type: "read", chart: "linear", x: 400 });
  first.send({ type: "read", chart: "linear", x: 500 });
  assert.equal(heard, 0);
  first.send({ type: "toggle", series: "a" });
  assert.equal(heard, 1);
  assert.ok(second.view().hidden.has("a"));
});
