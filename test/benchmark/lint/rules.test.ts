import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { rules } from "../../../src/benchmark/lint/rules/list.ts";
import { clean, lintDraft } from "./clean.ts";
import { spoilt } from "./spoilt.ts";

suite("each rule", () => {
  test("has an article that breaks it", () => {
    assert.deepEqual(
      Object.keys(spoilt),
      rules.map(({ id }) => id),
    );
  });

  for (const [id, spoil] of Object.entries(spoilt)) {
    test(`${id} alone is broken`, () => {
      const draft = clean();
      spoil(draft);
      const { found, read } = lintDraft(draft);
      assert.deepEqual(
        read.filter(({ severity }) => severity === "error"),
        [],
      );
      assert.deepEqual([...new Set(found.map(({ code }) => code))], [id], found.map(({ fact }) => fact).join("\n"));
    });
  }
});
