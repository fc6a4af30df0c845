import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { clean, lintDraft } from "./clean.ts";
import { addChart } from "./spoilt.ts";

/** What the lint finds in a clean article with one chart more. */
function foundWith(spec: Record<string, unknown>): string[] {
  const draft = clean();
  // A share whose figures lie on both sides of 1.
  draft.data.metrics["speedup"] = { label: "Speedup", unit: "1", display: "×" };
  const [first] = draft.data.series;
  const runs = first!.x.map((_, i) => [0.8, 0.9, 1 + i / 10, 1.2, 1.3]);
  const middle = runs.map((values) => values.toSorted((a, b) => a - b)[2]!);
  first!.values["speedup"] = { median: middle, n: runs.map(() => 5), n_of: "runs", runs };
  addChart(draft, "more", spec);
  const { found, read } = lintDraft(draft);
  assert.deepEqual(
    read.filter(({ severity }) => severity === "error"),
    [],
  );
  return [...new Set(found.map(({ code }) => code))];
}

suite("the lint and marks", () => {
  const speedup = { metric: "speedup" };
  const log = { y: { scale: "log" } };

  test("asks for no spread where single runs or quartiles are drawn", () => {
    assert.deepEqual(foundWith({ ...speedup, ...log, mark: "dot" }), ["BL10"]);
    assert.deepEqual(foundWith({ ...speedup, ...log, mark: "dot", runs: true }), []);
    assert.deepEqual(foundWith({ ...speedup, ...log, mark: "strip" }), []);
    assert.deepEqual(foundWith({ ...speedup, ...log, mark: "box" }), []);
  });

  test("knows that the axis of a distribution has shares, whatever it is of", () => {
    for (const mark of ["ecdf", "histogram"]) {
      assert.deepEqual(foundWith({ ...speedup, mark }), [], mark);
      assert.deepEqual(foundWith({ ...speedup, mark, ...log }), ["BL28"], mark);
      assert.deepEqual(foundWith({ metric: "reply_rate", mark }), [], mark);
    }
  });

  test("lets bars begin at 0, whichever way they stand", () => {
    const cut = { metric: "reply_rate", mark: "bar", y: { domain: [150, 1400] } };
    assert.ok(foundWith(cut).includes("BL27"));
    assert.ok(foundWith({ ...cut, orientation: "lying" }).includes("BL27"));
  });
});
