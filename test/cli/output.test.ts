import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { outputFolder } from "../../src/cli/output.ts";
import { temporaryFolder } from "./effects.ts";

test("a new, an empty and a built folder may be replaced", (t) => {
  const cwd = temporaryFolder(t);
  assert.equal(outputFolder(cwd, undefined), join(cwd, "_site"));
  mkdirSync(join(cwd, "empty"));
  assert.equal(outputFolder(cwd, "empty"), join(cwd, "empty"));
  for (const page of ["index.html", "404.html"]) writeFileSync(join(cwd, "empty", page), "");
  assert.equal(outputFolder(cwd, "empty"), join(cwd, "empty"));
});

test("nothing else may: a build would take it away", (t) => {
  const cwd = temporaryFolder(t);
  mkdirSync(join(cwd, "photos"));
  writeFileSync(join(cwd, "photos", "one.jpg"), "");
  for (const [written, message] of [
    [".", /the project itself lies in \./],
    ["..", /the project itself lies in \.\./],
    ["/", /the project itself lies in \//],
    ["posts", /posts belongs to the project's posts\//],
    ["./data/x", /belongs to the project's data\//],
    ["photos", /photos holds something that is not a site/],
    ["photos/one.jpg", /photos\/one\.jpg is a file/],
  ] as const) {
    assert.throws(() => outputFolder(cwd, written), { name: "UsageError", message }, written);
  }
});
