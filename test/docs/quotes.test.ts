import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { readClaims } from "../../src/benchmark/claim/claim.ts";
import { parseCall } from "../../src/benchmark/quote/expression.ts";
import { quotables } from "../../src/benchmark/quote/functions.ts";
import { usage } from "../../src/benchmark/quote/context.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { collectFaults, written } from "../../src/source/faults.ts";

const file = "docs/charts.md";
const page = readFileSync(join(import.meta.dirname, "../..", file), "utf8");

suite("quotations in docs/charts.md", () => {
  test("every function is there with its arguments, and no other", () => {
    const rows = [...page.matchAll(/^\| (`\w+\([^|]+`[^|]*) \| /gm)].map(([, cell]) => cell!);
    const shown = rows.flatMap((cell) => cell.match(/\w+\([^)]*\)/g)!);
    const known = Object.entries(quotables).map(([name, { parameters }]) => usage(name, parameters));
    assert.deepEqual(shown.filter((one) => !/^p\d/.test(one)).toSorted(), known.toSorted());
  });

  test("the example is well-formed", () => {
    const calls = [...page.matchAll(/\{\{([^{}]+)\}\}/g)].map(([, expression]) => parseCall(expression!));
    assert.ok(calls.length >= 4);
    for (const call of calls) assert.ok("arguments" in call && Object.hasOwn(quotables, call.name));
  });

  test("the claims are good ones", () => {
    const text = /^```yml\n([^`]+)```$/m.exec(page)![1]!;
    const { fields } = parseFrontMatter({ file, text: `---\n${text}---\n` });
    const faults = collectFaults(fields);
    assert.equal(readClaims(written(fields, faults, ["claims"])).length, 2);
    assert.deepEqual(faults.diagnostics(), []);
  });
});
