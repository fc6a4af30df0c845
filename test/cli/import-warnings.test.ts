import assert from "node:assert/strict";
import { test } from "node:test";
import { describeWarnings } from "../../src/cli/import/warnings.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";

const warning = (line: number, code = "client-limit"): Diagnostic => ({
  severity: "warning",
  code,
  file: "sweep.txt",
  place: { line, column: 1 },
  fact: `${line} connections failed`,
  help: "Raise the limit.",
});

test("of many alike two are told and the rest is counted", () => {
  assert.deepEqual(describeWarnings([5, 1, 3, 9, 7].map((line) => warning(line))), [
    "sweep.txt:1:1 warning client-limit: 1 connections failed\n  Raise the limit.",
    "sweep.txt:3:1 warning client-limit: 3 connections failed\n  Raise the limit.",
    "sweep.txt: 3 more client-limit, in lines 5 to 9",
  ]);
});

test("a few are told each, and none twice", () => {
  const all = [warning(1), warning(2), warning(2), warning(4, "short-run")];
  assert.equal(describeWarnings(all).length, 3);
});
