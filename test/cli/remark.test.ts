import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { toRemarks } from "../../src/cli/live/remark.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { temporaryFolder } from "./effects.ts";

const post = `---
title: "Up to ten"
charts:
  one: {metric: a}
  two:
    metric: b
bench:
  env: {}
---

Some *text*.
`;
const dataset = `{
  "charts": {
    "three": {
      "metric": "a" }
  },
  "series": []
}`;

test("a remark knows the page, the chart and the words that it is about", (t) => {
  const project = temporaryFolder(t);
  for (const [file, text] of Object.entries({
    "posts/2026-01-02-a.md": post,
    "posts/2026-01-03-b/index.md": post,
    "data/a.json": dataset,
    "data/b.json": "{",
  })) {
    mkdirSync(join(project, file, ".."), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const about = (file: string, line: number, column: number): readonly unknown[] => {
    const diagnostic: Diagnostic = {
      severity: "error",
      code: "c",
      file,
      place: { line, column },
      fact: "f",
      help: "h",
    };
    const [remark, ...others] = toRemarks(project, [diagnostic, diagnostic]);
    assert.deepEqual(others, [], "each once");
    assert.equal(remark!.text, `${file}:${line}:${column} c: f\n  h`);
    return [remark!.page, remark!.dataset, remark!.chart, remark!.line];
  };
  const page = "/2026/01/02/a.html";
  assert.deepEqual(about("posts/2026-01-02-a.md", 4, 17), [page, null, "one", ""]);
  assert.deepEqual(about("posts/2026-01-02-a.md", 6, 5), [page, null, "two", ""]);
  assert.deepEqual(about("posts/2026-01-02-a.md", 8, 3), [page, null, null, ""]);
  assert.deepEqual(about("posts/2026-01-02-a.md", 2, 8), [page, null, null, '"Up to ten"']);
  assert.deepEqual(about("posts/2026-01-03-b/index.md", 11, 6), ["/2026/01/03/b.html", null, null, "Some *text*."]);
  assert.deepEqual(about("data/a.json", 4, 17), [null, "a", "three", ""]);
  assert.deepEqual(about("data/a.json", 6, 3), [null, "a", null, ""]);
  assert.deepEqual(about("data/b.json", 1, 1), [null, "b", null, "{"]);
  assert.deepEqual(about("pages/about.md", 3, 1), ["/about.html", null, null, ""]);
  assert.deepEqual(about("site.json", 1, 1), [null, null, null, ""]);
});
