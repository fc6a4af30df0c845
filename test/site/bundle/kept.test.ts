import assert from "node:assert/strict";
import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { type Bundle, bundleAssets } from "../../../src/site/bundle/bundle.ts";
import { keptBundle, keptHash } from "../../../src/site/bundle/kept.ts";
import { type Cache, openCache } from "../../../src/site/cache/cache.ts";
import { hashFiles } from "../../../src/site/cache/code-version.ts";
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

test("a hash that is kept is that of the files as they are", async (t) => {
  const folder = temporaryFolder(t);
  const cache = openCache(folder);
  const files = ["one.ts", "other.ts"].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, "1");
  assert.equal(keptHash(cache, files), hashFiles(files), "of files that were written just now");
  await setTimeout(3100);
  const known = hashFiles(files);
  assert.equal(keptHash(cache, files), known);
  const text: Cache["text"] = (kind, sources) => cache.text(kind, sources, () => assert.fail("they are read again"));
  assert.equal(keptHash({ ...cache, text }, files), known);
  writeFileSync(files[1]!, "2");
  utimesSync(files[1]!, 1, 1);
  assert.equal(keptHash(cache, files), hashFiles(files));
  assert.notEqual(keptHash(cache, files), known);
});
