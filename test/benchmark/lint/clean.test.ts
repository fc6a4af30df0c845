import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDiagnostic } from "../../../src/source/diagnostic.ts";
import { clean, lintDraft } from "./clean.ts";

test("a clean article breaks no rule", () => {
  const { found, waived, diagnostics, read } = lintDraft(clean());
  assert.deepEqual([...read, ...found, ...diagnostics].map(formatDiagnostic), []);
  assert.deepEqual(waived, []);
});
