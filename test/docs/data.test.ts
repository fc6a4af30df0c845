import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { flagNames } from "../../src/benchmark/flag-names.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { limits } from "../../src/benchmark/parse/limits.ts";
import { statisticNames } from "../../src/benchmark/statistic-names.ts";
import { baseUnits, displayNames, displayUnit } from "../../src/benchmark/unit.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/data.md"), "utf8");
const examples = [...page.matchAll(/^```json\n([^`]+)```$/gm)].map(([, text]) => text!);

/** The cells in back quotes of the table row whose first cell holds this. */
function row(first: string): string[] {
  const line = page.split("\n").find((text) => text.startsWith(`| \`${first}\``));
  assert(line, first);
  return [
    ...line
      .split("|")
      .slice(2)
      .join("|")
      .matchAll(/`([^`]+)`/g),
  ].map(([, cell]) => cell!);
}

suite("docs/data.md", () => {
  test("its datasets and their charts are good", () => {
    assert(examples.length >= 3);
    for (const text of examples) {
      const { dataset, warnings, located } = parseDataset({ file: "docs/data.md", text }, "example");
      assert.deepEqual(warnings, []);
      for (const id of dataset.charts.keys()) assert.deepEqual(parseChartSpec(located, ["charts", id]).diagnostics, []);
    }
  });

  test("its table of units is the one that is read", () => {
    for (const base of baseUnits.filter((unit) => unit !== "B/s")) {
      const listed = row(base).filter((unit) => displayUnit(base, unit) !== null);
      assert.deepEqual(
        displayNames(base).filter((name) => !listed.includes(name)),
        [],
        base,
      );
    }
  });

  test("it has every statistic, flag and limit", () => {
    for (const name of [...statisticNames, ...flagNames]) assert(page.includes(`\`${name}\``), name);
    for (const limit of Object.values(limits)) assert(page.includes(limit.toLocaleString("en")), String(limit));
  });
});
