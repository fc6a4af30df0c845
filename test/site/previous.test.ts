import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type SiteFile, writeFiles } from "../../src/site/files.ts";
import { openPrevious, type Previous } from "../../src/site/previous.ts";

interface World {
  readonly site: string;
  readonly next: string;
  readonly list: string;
  open(version?: string): Previous;
}

const file: SiteFile = { path: "/data/a/b.csv", content: "1,2\n", sources: () => ["1", "2"] };

/** A site of one file, and the list of how it was made. */
async function world(t: TestContext): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-previous-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [site, next, list] = [join(folder, "_site"), join(folder, "next"), join(folder, "cache", "list.json")];
  const open = (version = "1"): Previous => openPrevious(site, list, () => version);
  mkdirSync(next);
  const first = open();
  assert.equal(first.take(site, file), false);
  await writeFiles(site, [file]);
  first.note(site, file);
  first.save();
  return { site, next, list, open };
}

test("a file that is made from the same is taken over, build after build", async (t) => {
  const { site, next, list, open } = await world(t);
  const second = open();
  assert.equal(second.take(next, file), true);
  second.save();
  assert.equal(readFileSync(join(next, file.path), "utf8"), "1,2\n");
  rmSync(site, { recursive: true });
  const third = openPrevious(next, list, () => "1");
  assert.equal(third.take(site, file), true);
  assert.equal(readFileSync(join(site, file.path), "utf8"), "1,2\n");
});

test("what is made from something else, by other code, or by nobody knows what is made anew", async (t) => {
  const { next, open } = await world(t);
  const { sources: _, ...unknown } = file;
  assert.equal(open().take(next, { ...file, sources: () => ["12"] }), false);
  assert.equal(open().take(next, { ...file, path: "/data/a/c.csv" }), false);
  assert.equal(open().take(next, unknown), false);
  assert.equal(open("2").take(next, file), false);
  assert.equal(existsSync(join(next, file.path)), false);
});

test("a file that somebody has changed or removed is made anew", async (t) => {
  const { site, next, open } = await world(t);
  writeFileSync(join(site, file.path), "1,3\n");
  assert.equal(open().take(next, file), false);
  assert.equal(existsSync(join(next, file.path)), false);
  rmSync(join(site, file.path));
  assert.equal(open().take(next, file), false);
});

test("without a whole list everything is made anew", async (t) => {
  const { next, list, open } = await world(t);
  for (const text of [
    readFileSync(list, "utf8").slice(0, -3),
    "[]",
    "null",
    "[1]",
    '{"a":1}',
    '[["/data/a/b.csv",1]]',
  ]) {
    writeFileSync(list, text);
    assert.equal(open().take(next, file), false, text);
  }
  rmSync(list);
  assert.equal(open().take(next, file), false);
});
