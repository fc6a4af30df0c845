import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { filesIn, leavesIn, visibleFilesIn } from "../../src/site/files.ts";

test("links are leaves of a folder, wherever they lead, in every version of Node", (t) => {
  const root = mkdtempSync(join(tmpdir(), "benchpost-files-"));
  t.after(() => rmSync(root, { recursive: true }));
  const folder = join(root, "folder");
  mkdirSync(join(folder, "inner/.hidden"), { recursive: true });
  for (const file of ["secret", "folder/a", "folder/inner/b", "folder/inner/.hidden/c", "folder/.d"]) {
    writeFileSync(join(root, file), "");
  }
  symlinkSync("..", join(folder, "out"));
  symlinkSync("a", join(folder, "again"));
  symlinkSync("../inner", join(folder, "inner/around"));
  const links = ["/again", "/inner/around", "/out"];
  const files = ["/.d", "/a", "/inner/.hidden/c", "/inner/b"];
  const leaves = leavesIn(folder);
  const of = (isLink: boolean): string[] =>
    leaves.filter(({ entry }) => entry.isSymbolicLink() === isLink).map(({ path }) => path);
  assert.deepEqual([of(true).sort(), of(false).sort()], [links, files]);
  assert.deepEqual(filesIn(folder).sort(), [...files, ...links].sort());
  assert.deepEqual(visibleFilesIn(folder), ["/a", "/inner/b"]);
});
