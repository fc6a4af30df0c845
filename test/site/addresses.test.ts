import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { createNames } from "../../src/site/charts/addresses.ts";
import { tagSlug } from "../../src/site/pages/tag-name.ts";
import type { Entry } from "../../src/site/posts/entry.ts";
import { parsePostName, postPath } from "../../src/site/posts/name.ts";
import { resolveAddress } from "../../src/site/posts/resolve.ts";

test("a chart's file has the chart's name; a second owner's is told apart for ever", () => {
  const names = createNames();
  assert.equal(names.claim("/data/bus", "graph-1-rps", "first-post"), "graph-1-rps");
  assert.equal(names.claim("/data/bus", "graph-1-rps", "second-post"), "graph-1-rps--second-post");
  assert.equal(names.claim("/data/bus", "Graph-1-RPS", "third-post"), "Graph-1-RPS--third-post");
  assert.equal(names.claim("/data/other", "graph-1-rps", "second-post"), "graph-1-rps");
});

test("every name is one part of a path, whatever the id, and no two are the same", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 20 }), (ids) => {
      const names = createNames();
      const unique = [...new Set(ids)];
      const claimed = unique.map((id) => names.claim("/data/x", id, "post").toLowerCase());
      assert.equal(new Set(claimed).size, unique.length);
      for (const name of claimed) assert.match(name, /^[a-z0-9][a-z0-9._-]*$/);
    }),
  );
});

test("a post's name says its day and its address", () => {
  assert.equal(postPath(parsePostName("2026-11-23-some-slug")!), "/2026/11/23/some-slug.html");
  for (const bad of ["2026-11-31-x", "2026-1-1-x", "x", "2026-11-23-", "2026-11-23-a b", "2026-11-23-ä"]) {
    assert.equal(parsePostName(bad), null, bad);
  }
});

test("tags that differ in signs have different pages, those that differ in case the same", () => {
  assert.deepEqual(["C", "c", "C++", "C#", "Node.js", "web server", "Zürich", "日本", "…"].map(tagSlug), [
    "c",
    "c",
    "cpp",
    "csharp",
    "node.js",
    "web-server",
    "zurich",
    "日本",
    "tag",
  ]);
});

test("addresses mean what the author sees beside the text", () => {
  const entry = {
    file: "posts/2026-01-02-x/index.md",
    folder: "posts/2026-01-02-x",
    path: "/2026/01/02/x.html",
  } as Entry;
  const project = {
    pathOf: (file: string) => (file === "posts/2026-01-01-w.md" ? "/2026/01/01/w.html" : null),
    exists: (file: string) => file === "posts/2026-01-02-x/a b.png" || file === "package.json",
  };
  const to = (address: string) => {
    const target = resolveAddress(entry, address, project);
    return target.kind === "site" ? target.path : target.kind;
  };
  assert.equal(to("https://other.example/"), "elsewhere");
  assert.equal(to("//other.example/"), "elsewhere");
  assert.equal(to("mailto:a@b.example"), "elsewhere");
  assert.equal(to("#results"), "here");
  assert.equal(to("/about.html?x#y"), "/about.html?x#y");
  assert.equal(to("a%20b.png"), "/2026/01/02/x/a%20b.png");
  assert.equal(to("../2026-01-01-w.md#top"), "/2026/01/01/w.html#top");
  assert.equal(to("../../assets/logo.svg"), "/assets/logo.svg");
  assert.equal(to("y.html"), "/2026/01/02/y.html");
  assert.equal(to("../../package.json"), "/2026/package.json");
  assert.equal(to("%"), "/2026/01/02/%");
});
