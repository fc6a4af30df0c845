import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bundle, bundleAssets } from "../../../src/site/bundle/bundle.ts";
import { keptBundle } from "../../../src/site/bundle/kept.ts";
import { openCache } from "../../../src/site/cache/cache.ts";
import { temporaryFolder } from "../../cli/effects.ts";

const readable = ({ files, ...names }: Bundle): unknown => [
  names,
  files.map(({ path, content }) => [path, Buffer.from(content as Uint8Array).toString("latin1")]),
];

test("scripts and styles that are kept are those that are made", async (t) => {
  const cache = openCache(temporaryFolder(t));
  const made = await bundleAssets();
  assert.deepEqual(readable(await keptBundle(cache, async () => made)), readable(made));
  const again = keptBundle(cache, () => assert.fail("it is made again"));
  assert.deepEqual(readable(await again), readable(made));
});
