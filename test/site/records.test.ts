import assert from "node:assert/strict";
import { linkSync, lstatSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { setTimeout } from "node:timers/promises";
import { openCache } from "../../src/site/cache/cache.ts";
import { openRecords, type Recorded } from "../../src/site/parts/records.ts";
import { isSameStamp, settled, stampOf } from "../../src/site/parts/stamp.ts";
import { temporaryFolder } from "../cli/effects.ts";

/** A file that nobody has written for long. */
function fileIn(t: TestContext): string {
  const file = join(temporaryFolder(t), "a.md");
  writeFileSync(file, "one");
  return file;
}

test("whatever is done to a file, its stamp is another", async (t) => {
  const changes: readonly ((file: string) => void)[] = [
    (file) => writeFileSync(file, "two"),
    (file) => {
      const { atime, mtime } = lstatSync(file);
      writeFileSync(file, "two");
      utimesSync(file, atime, mtime);
    },
    (file) => {
      writeFileSync(`${file}.new`, "one");
      renameSync(`${file}.new`, file);
    },
    (file) => rmSync(file),
    (file) => {
      linkSync(file, `${file}.other`);
      rmSync(file);
      symlinkSync(`${file}.other`, file);
    },
  ];
  for (const [index, change] of changes.entries()) {
    const file = fileIn(t);
    const before = stampOf(file);
    assert.ok(isSameStamp(before, stampOf(file)));
    // as long as a clock of this machine's disks ticks
    await setTimeout(20);
    change(file);
    assert.ok(!isSameStamp(before, stampOf(file)), `change ${index}`);
  }
});

test("a file that was written just now has no stamp to rely on", (t) => {
  const stamp = stampOf(fileIn(t))!;
  assert.equal(settled(stamp), null);
  assert.equal(settled(stamp, stamp[3] - 1000), null);
  assert.deepEqual(settled(stamp, stamp[3] + 4000), stamp);
  assert.equal(settled(null), null);
});

test("a post is known by its file for the same settings, until that is touched", (t) => {
  const file = fileIn(t);
  const root = join(file, "..");
  const [inode, bytes, modified, changed] = stampOf(file)!;
  const old = [inode, bytes, modified - 10_000, changed - 10_000] as const;
  const open = (settings: string, now = Date.now()) => openRecords(root, openCache(root), settings, () => now);
  const recorded = { data: [null, old], date: "2026-01-01", id: "1", known: { words: 3 } } as unknown as Omit<
    Recorded,
    "stamp"
  >;
  for (const stamp of [null, stampOf(file)]) {
    const records = open("a");
    records.note("a.md", { ...recorded, stamp });
    assert.equal(records.find("a.md"), null);
  }
  const records = open("a");
  // it has been touched since
  records.note("a.md", { ...recorded, stamp: old });
  records.save();
  assert.equal(open("a").find("a.md"), null);
  utimesSync(file, (modified - 10_000) / 1000, (modified - 10_000) / 1000);
  const now = stampOf(file)!;
  const later = open("a", now[3] + 10_000);
  later.note("a.md", { ...recorded, stamp: now });
  later.save();
  assert.deepEqual(open("a").find("a.md"), { ...recorded, stamp: now });
  assert.equal(open("b").find("a.md"), null);
});
