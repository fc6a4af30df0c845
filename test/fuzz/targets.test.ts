import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { hunt } from "../../fuzz/hunt.ts";
import { targets } from "../../fuzz/list.ts";

suite("hostile inputs are used or refused", () => {
  for (const target of targets) {
    test(target.name, async () => {
      const { inputs, rejected, caught } = await hunt(target, { seed: 7, inputs: 60 });
      assert.ok(caught === null, `${caught?.error}\n${JSON.stringify(caught?.input)}`);
      assert.ok(rejected > 0 && rejected < inputs, `${rejected} of ${inputs} were refused`);
    });
  }
});
