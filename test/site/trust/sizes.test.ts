import assert from "node:assert/strict";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseDataset } from "../../../src/benchmark/parse.ts";
import { readProject } from "../../../src/site/project.ts";
import { SourceError } from "../../../src/source/error.ts";
import { projectBesideSecret, site } from "./beside-secret.ts";

suite("more than anybody reads", () => {
  test("a text of a hundred megabytes and a dataset of five hundred are refused unread", (t) => {
    const { root } = projectBesideSecret(t);
    writeFileSync(join(root, "posts/2026-01-02-second.md"), "");
    truncateSync(join(root, "posts/2026-01-02-second.md"), 100e6);
    writeFileSync(join(root, "data/first.json"), "");
    truncateSync(join(root, "data/first.json"), 500e6);
    const { diagnostics } = readProject(root, site);
    assert.deepEqual(
      diagnostics.map(({ file, code, fact }) => [file, code, fact]),
      [
        ["data/first.json", "too-large", "the file has 500 MB"],
        ["posts/2026-01-02-second.md", "too-large", "the file has 100 MB"],
      ],
    );
  });

  test("ten thousand series are refused with their number", () => {
    const series = Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      x: [1],
      values: { m: { mean: [1] } },
    }));
    const text = JSON.stringify({
      schema: "benchpost/1",
      title: "T",
      x: { name: "x", unit: "1" },
      metrics: { m: { unit: "s" } },
      series,
    });
    assert.throws(
      () => parseDataset({ file: "data/x.json", text }, "x"),
      (error) => error instanceof SourceError && /10000 series|10 000 series/.test(error.diagnostics[0]!.fact),
    );
  });
});
