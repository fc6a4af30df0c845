import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { datasetFiles } from "../../src/site/charts/files.ts";
import { toPublished } from "../../src/site/charts/published.ts";
import { readProject } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { sample } from "../benchmark/sample.ts";

const { site } = readSettings(null, { url: "https://notes.example", pathPrefix: "/" });

/** The raw files that a site of two datasets publishes: `bus`, and `peaks` with some sources of its own. */
function published(bus: object, peaks: object, raw = true): string[] {
  const root = mkdtempSync(join(tmpdir(), "benchpost-raw-"));
  for (const folder of ["posts", "data/raw/bus/.git", "data/raw/other"])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ["bus/a.txt", "bus/.hidden", "bus/.git/config", "other/b.txt", "other/c.txt"])
    writeFileSync(join(root, "data/raw", file), "1\n");
  writeFileSync(join(root, "secret"), "1\n");
  symlinkSync(join(root, "secret"), join(root, "data/raw/other/link"));
  if (!raw) rmSync(join(root, "data/raw"), { recursive: true });
  writeFileSync(join(root, "data/bus.json"), JSON.stringify({ ...sample(), sources: [], ...bus }));
  writeFileSync(join(root, "data/peaks.json"), JSON.stringify({ ...sample(), sources: [], ...peaks }));
  for (const name of ["bus", "peaks"]) {
    const head = `title: A\nsummary: B\ndata: ${name}\n`;
    const chart = `<div id="${name}-chart" class="flot" data-metric="latency"></div>\n`;
    writeFileSync(join(root, `posts/2026-01-01-${name}-post.md`), `---\n${head}---\n\n${chart}`);
  }
  const { datasets, memory } = readProject(root, site, undefined, "2026-01-02");
  const files = datasetFiles(join(root, "data"), datasets.all.map(toPublished), "/data/", memory);
  rmSync(root, { recursive: true });
  return files.map(({ path }) => path).filter((path) => path.includes("/raw/"));
}

suite("raw files", () => {
  test("are published when their dataset says so", () => {
    assert.deepEqual(published({ publish_raw: false }, { publish_raw: false }), []);
    assert.deepEqual(published({ publish_raw: true }, { publish_raw: false }), ["/data/raw/bus/a.txt"]);
  });

  test("may lie in another dataset's folder, and are published once", () => {
    const sources = ["raw/bus/a.txt", "raw/other/b.txt"].map((file) => ({ file }));
    const both = published({ publish_raw: true }, { publish_raw: true, sources });
    assert.deepEqual(both, ["/data/raw/bus/a.txt", "/data/raw/other/b.txt"]);
  });

  test("need not be there", () => {
    assert.deepEqual(published({ publish_raw: true }, { publish_raw: true }, false), []);
  });

  test("are files below data/raw, and no links", () => {
    const sources = ["raw/other/link", "raw/../../secret", "../secret"].map((file) => ({ file }));
    assert.deepEqual(published({ publish_raw: false }, { publish_raw: true, sources }), []);
  });
});
