import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  readSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { recover } from "../../src/cli/folder/recover.ts";
import { replaceFolder } from "../../src/cli/folder/replace.ts";
import { temporaryFolder } from "./effects.ts";

/** Makes a site of one page. */
const page = (text: string) => async (folder: string) => writeFileSync(join(folder, "index.html"), text);

const read = (folder: string) => readFileSync(join(folder, "index.html"), "utf8");

/** The id of a process that has ended. */
const dead = spawnSync(process.execPath, ["--version"]).pid;

test("a folder is made, then replaced, and nothing is left beside it", async (t) => {
  const parent = temporaryFolder(t);
  const site = join(parent, "deep", "_site");
  await replaceFolder(site, page("one"));
  assert.equal(read(site), "one");
  await replaceFolder(site, async (folder) => writeFileSync(join(folder, "other.html"), "two"));
  assert.deepEqual(readdirSync(site), ["other.html"]);
  assert.deepEqual(readdirSync(join(parent, "deep")), ["_site"]);
});

test("a failure leaves the old folder as it was", async (t) => {
  const parent = temporaryFolder(t);
  const site = join(parent, "_site");
  await replaceFolder(site, page("one"));
  const inode = lstatSync(site).ino;
  const failure = new Error("half way");
  await assert.rejects(
    replaceFolder(site, async (folder) => {
      await page("two")(folder);
      throw failure;
    }),
    failure,
  );
  assert.equal(read(site), "one");
  assert.equal(lstatSync(site).ino, inode);
  assert.deepEqual(readdirSync(parent), ["_site"]);
});

test("of many at once one whole folder stays", async (t) => {
  const parent = temporaryFolder(t);
  const site = join(parent, "_site");
  const names = Array.from({ length: 20 }, (_, i) => `${i}`);
  await Promise.all(
    names.map((name) =>
      replaceFolder(site, async (folder) => {
        writeFileSync(join(folder, "a"), name);
        await new Promise((resolve) => setTimeout(resolve, 5));
        writeFileSync(join(folder, "b"), name);
      }),
    ),
  );
  const [a, b] = ["a", "b"].map((file) => readFileSync(join(site, file), "utf8"));
  assert.equal(a, b);
  assert.deepEqual(readdirSync(parent), ["_site"]);
});

test("a file that a server holds open is read to its end", async (t) => {
  const site = join(temporaryFolder(t), "_site");
  await replaceFolder(site, page("one"));
  const open = openSync(join(site, "index.html"), "r");
  await replaceFolder(site, page("two"));
  const buffer = Buffer.alloc(10);
  assert.equal(buffer.toString("utf8", 0, readSync(open, buffer)), "one");
  closeSync(open);
});

test("a link to a folder stays a link", async (t) => {
  const parent = temporaryFolder(t);
  const real = join(parent, "real");
  await replaceFolder(real, page("one"));
  const link = join(parent, "_site");
  symlinkSync(real, link);
  await replaceFolder(link, page("two"));
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(read(real), "two");
});

test("who died between the two renames left the old folder, which is put back", (t) => {
  const parent = temporaryFolder(t);
  const site = join(parent, "_site");
  for (const [name, text] of [
    [`_site.${dead}-0123abcd.old`, "old"],
    [`_site.${dead}-0123abcd.tmp`, "new"],
  ] as const) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, "index.html"), text);
  }
  recover(site);
  assert.equal(read(site), "old");
  assert.deepEqual(readdirSync(parent), ["_site"]);
});

test("leftovers of the dead go; what lives, and what only looks alike, stays", async (t) => {
  const parent = temporaryFolder(t);
  const site = join(parent, "_site");
  const stay = [
    `_site.${process.pid}-0123abcd.tmp`,
    "_site.backup",
    "_site.tmp",
    "_site2.tmp",
    `_other.${dead}-0123abcd.tmp`,
  ];
  for (const name of [...stay, `_site.${dead}-0123abcd.tmp`, `_site.${dead}-0123abcd.old`])
    mkdirSync(join(parent, name));
  await replaceFolder(site, page("one"));
  assert.deepEqual(readdirSync(parent).sort(), [basename(site), ...stay].sort());
});
