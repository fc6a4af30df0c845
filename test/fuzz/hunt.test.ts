import assert from "node:assert/strict";
import * as fc from "fast-check";
import { test } from "node:test";
import { hunt } from "../../fuzz/hunt.ts";

test("an input that takes long is a fault where it does so again, and only where time is told", async () => {
  let [now, given] = [0, 0];
  const slow = (often: number) => ({
    name: "slow",
    inputs: fc.constant("text"),
    run: async () => {
      if (++given <= often) now += 3000;
      return "accepted" as const;
    },
  });
  const said = async (often: number, clock?: () => number) => {
    [now, given] = [0, 0];
    return (await hunt(slow(often), { seed: 1, inputs: 1, ...(clock && { clock }) })).caught?.error.split("\n")[0];
  };
  assert.equal(await said(9, () => now), "Error: took 3000 ms for 4 characters");
  assert.equal(await said(1, () => now), undefined);
  assert.equal(await said(9), undefined);
});
