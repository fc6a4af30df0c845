import assert from "node:assert/strict";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type SiteFile, writeFiles } from "../../src/site/files.ts";
import { openPrevious, type Previous } from "../../src/site/previous.ts";

interface World {
  readonly site: string;
  readonly next: string;
  readonly list: string;
  /** Where the site before the one in `site` is kept. */
  readonly spare: string;
  open(version?: string): Previous;
}

const file: SiteFile = { path: "/data/a/b.csv", content: "1,2\n", sources: () => ["1", "2"] };

/** A site of one file, and the list of how it was made. */
async function world(t: TestContext): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-previous-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [site, next, spare] = [join(folder, "_site"), join(folder, "next"), join(folder, "spare")];
  const list = join(folder, "cache", "list.json");
  const open = (version = "1"): Previous => openPrevious(site, { list, spare }, () => version);
  mkdirSync(next);
  const first = open();
  assert.equal(first.take(site, file), false);
  await writeFiles(site, [file]);
  first.note(site, file);
  first.save(site);
  return { site, next, list, spare, open };
}

test("a file that is made from the same is taken over, build after build", async (t) => {
  const { site, next, list, spare, open } = await world(t);
  const second = open();
  assert.equal(second.take(next, file), true);
  second.save(next);
  assert.equal(readFileSync(join(next, file.path), "utf8"), "1,2\n");
  rmSync(site, { recursive: true });
  const third = openPrevious(next, { list, spare }, () => "1");
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

/** Whether an older site was taken as the beginning of the next one. */
async function begin({ next, open }: World, version?: string): Promise<Previous> {
  const previous = open(version);
  await previous.look();
  await previous.begin(next, (path) => path === file.path);
  return previous;
}

test("a site begins as the one before the previous one, and keeps what is the previous one's", async (t) => {
  const all = await world(t);
  const { site, next, spare } = all;
  mkdirSync(join(spare, "data", "a"), { recursive: true });
  linkSync(join(site, file.path), join(spare, file.path));
  const stray = ["data/a/c.csv", "data/b/c/d.csv", "e.html"];
  for (const path of stray) {
    mkdirSync(join(spare, path, ".."), { recursive: true });
    writeFileSync(join(spare, path), "stray");
  }
  symlinkSync(join(site, file.path), join(spare, "link.csv"));
  const previous = await begin(all);
  assert.deepEqual(readdirSync(next, { recursive: true }).sort(), ["data", "data/a", "data/a/b.csv"]);
  assert.equal(existsSync(spare), false);
  assert.equal(previous.take(next, file), true);
  previous.save(next);
  assert.equal(statSync(join(next, file.path)).ino, statSync(join(site, file.path)).ino);
});

test("what is made anew is another file than the one that readers see", async (t) => {
  const all = await world(t);
  const { site, next, spare } = all;
  mkdirSync(join(spare, "data", "a"), { recursive: true });
  linkSync(join(site, file.path), join(spare, file.path));
  const previous = await begin(all);
  const edited = { ...file, content: "1,3\n", sources: () => ["1", "3"] };
  assert.equal(previous.take(next, edited), false);
  await writeFiles(next, [edited]);
  previous.note(next, edited);
  previous.save(next);
  assert.equal(readFileSync(join(site, file.path), "utf8"), "1,2\n");
  assert.equal(readFileSync(join(next, file.path), "utf8"), "1,3\n");
});

test("what the new site does not have goes, and folders in which nothing is left", async (t) => {
  const all = await world(t);
  const { site, next, spare } = all;
  mkdirSync(join(spare, "data", "a"), { recursive: true });
  linkSync(join(site, file.path), join(spare, file.path));
  (await begin(all)).save(next);
  assert.deepEqual(readdirSync(next), []);
  assert.ok(existsSync(join(site, file.path)));
});

test("an older site of which nothing is known, that somebody has changed, or whose place is taken is not begun with", async (t) => {
  const stale: readonly ((all: World) => void)[] = [
    ({ spare }) => writeFileSync(join(spare, file.path), "1,2\n"),
    ({ site, spare }) => {
      linkSync(join(site, file.path), join(spare, file.path));
      writeFileSync(join(spare, file.path), "9,9\n");
    },
    ({ list }) => writeFileSync(list, "[]"),
    ({ next }) => writeFileSync(join(next, "there.html"), "there"),
  ];
  for (const spoil of stale) {
    const all = await world(t);
    mkdirSync(join(all.spare, "data", "a"), { recursive: true });
    spoil(all);
    const previous = await begin(all);
    assert.equal(existsSync(join(all.next, file.path)), false);
    // the site itself may still have it, unless that is the file that was changed
    if (previous.take(all.next, file)) assert.equal(readFileSync(join(all.next, file.path), "utf8"), "1,2\n");
  }
});

test("a file of an author's stays where the older site has a folder", async (t) => {
  const all = await world(t);
  mkdirSync(join(all.spare, "data", "a"), { recursive: true });
  linkSync(join(all.site, file.path), join(all.spare, file.path));
  writeFileSync(join(all.next, "data"), "the author's");
  (await begin(all)).save(all.next);
  assert.deepEqual(readdirSync(all.next), ["data"]);
  assert.equal(readFileSync(join(all.next, "data"), "utf8"), "the author's");
});

test("an older site of another version is not begun with", async (t) => {
  const all = await world(t);
  mkdirSync(join(all.spare, "data", "a"), { recursive: true });
  linkSync(join(all.site, file.path), join(all.spare, file.path));
  assert.equal((await begin(all, "2")).take(all.next, file), false);
  assert.equal(existsSync(join(all.next, file.path)), false);
});
