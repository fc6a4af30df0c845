import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { attachments } from "../../../src/site/posts/attachments.ts";
import { readProject } from "../../../src/site/project.ts";
import { post, projectBesideSecret, said, site } from "./beside-secret.ts";

suite("links that lead out of a project", () => {
  test("posts, datasets, assets and raw data refuse them", (t) => {
    const { root, secret } = projectBesideSecret(t);
    symlinkSync(secret, join(root, "posts/2026-01-02-second.md"));
    symlinkSync(secret, join(root, "data/first.json"));
    symlinkSync(secret, join(root, "assets/a.txt"));
    symlinkSync(join(root, ".."), join(root, "assets/all"));
    assert.deepEqual(said(readProject(root, site)), [
      "assets/a.txt outside-project",
      "assets/all outside-project",
      "data/first.json outside-project",
      "posts/2026-01-02-second.md outside-project",
    ]);
  });

  test("raw data that are published refuse them", (t) => {
    const { root } = projectBesideSecret(t);
    const dataset = {
      schema: "benchpost/1",
      title: "T",
      x: { name: "x", unit: "1" },
      metrics: { m: { unit: "s" } },
      series: [{ id: "a", x: [1], values: { m: { mean: [1] } } }],
      publish_raw: true,
    };
    writeFileSync(join(root, "data/first.json"), JSON.stringify(dataset));
    mkdirSync(join(root, "data/raw"));
    symlinkSync(join(root, ".."), join(root, "data/raw/first"));
    assert.deepEqual(said(readProject(root, site)), ["data/raw/first outside-project"]);
  });

  test("a file beside a post is not published through one", (t) => {
    const { root, secret } = projectBesideSecret(t);
    const folder = join(root, "posts/2026-01-01-first");
    symlinkSync(secret, join(folder, "secret.txt"));
    symlinkSync(join(root, ".."), join(folder, "up"));
    writeFileSync(join(root, ".env"), "SECRET");
    symlinkSync(join(root, ".env"), join(folder, "keys.txt"));
    writeFileSync(join(folder, "index.md"), post("[a](secret.txt) ![b](up/secret.txt) ![c](keys.txt)\n"));
    assert.deepEqual(attachments(readProject(root, site)), []);
  });

  test("nothing hidden beside a post is published", (t) => {
    const { root } = projectBesideSecret(t);
    const folder = join(root, "posts/2026-01-01-first");
    mkdirSync(join(folder, ".git"));
    for (const file of [".env", ".git/config", "shown.txt"]) writeFileSync(join(folder, file), "1");
    writeFileSync(join(folder, "index.md"), post("Text.\n"));
    const paths = attachments(readProject(root, site)).map(({ path }) => path);
    assert.deepEqual(paths, ["/2026/01/01/first/shown.txt"]);
  });

  test("those that stay inside are files like others", (t) => {
    const { root } = projectBesideSecret(t);
    writeFileSync(join(root, "posts/_draft.md"), post("Text.\n"));
    symlinkSync("_draft.md", join(root, "posts/2026-01-03-third.md"));
    const project = readProject(root, site);
    assert.deepEqual(said(project), []);
    assert.equal(project.posts.length, 2);
  });
});
