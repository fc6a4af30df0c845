import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";

test("figures of which no dataset can be made are the file's fault, not that of a dataset that nobody has seen", async () => {
  const table = JSON.stringify([{ "Task name": "plus", "Latency avg (ns)": "574.92 ± 11.88%", Samples: "-1" }]);
  const { dataset, diagnostics } = await importTexts([{ file: "a.json", bytes: Buffer.from(table) }], { name: "x" });
  assert.equal(dataset, null);
  assert.deepEqual(
    diagnostics.map(({ code, file, fact }) => [code, file, fact]),
    [["unusable-figures", "a.json", "what it says makes no dataset: n is -1"]],
  );
});

test("a metric that bears a name of every object is one that other rows do not have", async () => {
  const whole = readFileSync(new URL("fixtures/google-benchmark/aggregates-only.json", import.meta.url), "utf8");
  const report = whole.replace(/"time_unit": ?"ns"/, '"time_unit": "ns", "__proto__": 1');
  const { dataset, diagnostics } = await importTexts([{ file: "a.json", bytes: Buffer.from(report) }], { name: "x" });
  assert.ok(dataset !== null || diagnostics.length > 0);
});
