import assert from "node:assert/strict";
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { differences, takeSnapshot } from "../../src/cli/live/snapshot.ts";
import { watch } from "../../src/cli/live/watch.ts";
import { temporaryFolder } from "./effects.ts";

test("a snapshot holds what pages are made from", (t) => {
  const project = temporaryFolder(t);
  for (const path of [
    "posts/one/index.md",
    "data/x.json",
    "docs/x.md",
    "src/site/test/a.ts",
    "test/x.ts",
    ".git/HEAD",
    "_site/index.html",
    "node_modules/a/b.js",
  ]) {
    mkdirSync(join(project, path, ".."), { recursive: true });
    writeFileSync(join(project, path), "");
  }
  writeFileSync(join(project, ".eleventy.js"), "");
  const files = [...takeSnapshot(project).keys()].sort();
  assert.deepEqual(files, [".eleventy.js", "data/x.json", "docs/x.md", "posts/one/index.md", "src/site/test/a.ts"]);
});

test("what the program itself writes is no change, nor are logs beside the posts", (t) => {
  const project = temporaryFolder(t);
  mkdirSync(join(project, "data"));
  for (const path of ["dev.log", "nohup.out", "data/run.log", "site.json"]) writeFileSync(join(project, path), "");
  const output = openSync(join(project, "said.txt"), "w");
  t.after(() => closeSync(output));
  assert.deepEqual([...takeSnapshot(project, [output]).keys()].sort(), ["data/run.log", "site.json"]);
});

test("new, changed, replaced and removed files are told apart from the rest", (t) => {
  const project = temporaryFolder(t);
  const write = (name: string, text: string) => writeFileSync(join(project, name), text);
  for (const name of ["same", "changed", "replaced", "removed"]) write(name, "one");
  const before = takeSnapshot(project);
  write("changed", "longer");
  write("new", "one");
  write("other", "one");
  renameSync(join(project, "other"), join(project, "replaced"));
  rmSync(join(project, "removed"));
  assert.deepEqual(differences(before, takeSnapshot(project)), ["changed", "new", "removed", "replaced"]);
});

test("a save is told once, when it has come to rest", { timeout: 60_000 }, async (t) => {
  const project = temporaryFolder(t);
  const stop = new AbortController();
  const changes = watch(project, stop.signal);
  const first = changes.next();
  writeFileSync(join(project, "one.md"), "1");
  writeFileSync(join(project, "two.md"), "1");
  assert.deepEqual((await first).value, ["one.md", "two.md"]);
  const second = changes.next();
  writeFileSync(join(project, "one.md"), "12");
  assert.deepEqual((await second).value, ["one.md"]);
  stop.abort();
  assert.equal((await changes.next()).done, true);
});
