import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { readText } from "./read-text.ts";

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

test("a figure that no number can hold is null and flagged", () => {
  const whole = readFileSync(new URL("fixtures/hdrhistogram/latency-us.summary.json", import.meta.url), "utf8");
  const [point] = readText(whole.replace(/("p99_999": )\d+/, (_, name: string) => `${name}1e999`)).points;
  assert.equal(point!.metrics["latency"]!.stats["p99.999"], null);
  assert.deepEqual(
    point!.flags.map(({ flag, metric, stat }) => [flag, metric, stat]),
    [["sentinel", "latency", "p99.999"]],
  );
});

test("a request without a number of bytes is a damaged line", () => {
  const whole = readFileSync(new URL("fixtures/vegeta/r100-small-encode.csv", import.meta.url), "utf8");
  const { warnings } = readText(whole.replace(/(\n.*?),32,/, "$1,3N,"));
  assert.deepEqual(
    warnings.map(({ code, place }) => [code, place.line]),
    [["line-damaged", 2]],
  );
});
