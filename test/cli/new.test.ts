import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { toSlug } from "../../src/cli/slug.ts";
import { said, temporaryFolder } from "./effects.ts";

test("a post is started with what every post needs", async (t) => {
  const cwd = temporaryFolder(t);
  const { exitCode, stdout, stderr } = await said(["new", "Queues: “fast” or fair?", "--tags", "queues, node"], {
    cwd,
  });
  assert.equal(exitCode, 0);
  assert.equal(stdout, "posts/2026-11-23-queues-fast-or-fair.md\n");
  assert.equal(stderr, "Put its figures into data/queues-fast-or-fair.json.\n");
  const [, head = "", body] = readFileSync(join(cwd, "posts", "2026-11-23-queues-fast-or-fair.md"), "utf8").split(
    /^---\n/m,
  );
  const { id, summary, ...rest } = parse(head) as Record<string, unknown>;
  assert.match(String(id), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(typeof summary, "string");
  assert.deepEqual(rest, { title: "Queues: “fast” or fair?", tags: ["queues", "node"], draft: true });
  assert.match(body ?? "", /## How\n[^]*## Results\n/);
});

test("a dataset of another name is written down", async (t) => {
  const cwd = temporaryFolder(t);
  await said(["new", "Second run", "--data", "queues", "--date", "2026-02-28"], { cwd });
  assert.match(readFileSync(join(cwd, "posts", "2026-02-28-second-run.md"), "utf8"), /^data: queues$/m);
});

test("no post is ever written over, as a file or as a folder", async (t) => {
  const cwd = temporaryFolder(t);
  await said(["new", "Once"], { cwd });
  mkdirSync(join(cwd, "posts", "2026-11-23-twice"));
  for (const title of ["Once", "once!", "Twice"]) {
    const { exitCode, stderr } = await said(["new", title], { cwd });
    assert.equal(exitCode, 1);
    assert.match(stderr, /^benchpost new: posts\/2026-11-23-(once\.md|twice) exists already\n {2}Choose another title/);
  }
  assert.equal(readdirSync(join(cwd, "posts")).length, 2);
});

for (const [argv, message] of [
  [["new", "✻✻✻"], /the title has no letters for an address/],
  [["new", "A title", "--date", "2026-02-30"], /--date 2026-02-30 is not a day/],
  [["new", "A title", "--date", "tomorrow"], /--date tomorrow is not a day/],
] as const) {
  test(`benchpost ${argv.join(" ")} is refused`, async (t) => {
    const cwd = temporaryFolder(t);
    const { exitCode, stderr } = await said(argv, { cwd });
    assert.equal(exitCode, 2);
    assert.match(stderr, message);
    assert.deepEqual(readdirSync(cwd), []);
  });
}

test("addresses are plain", () => {
  assert.equal(toSlug("  Größe & façade: what's ½ done?  "), "grosse-facade-whats-1-2-done");
  assert.equal(toSlug("x".repeat(100)).length, 80);
  assert.equal(toSlug("日本語"), "");
});
