import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type MadeSite, makeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";
import { bytesOf } from "./sample.ts";

const dataset = {
  schema: "benchpost/1",
  title: "Synthetic",
  x: { name: "load", unit: "1/s" },
  metrics: { latency: { unit: "s" } },
  series: [{ id: "a", x: [1, 2], values: { latency: { value: [1, 2] } } }],
};
const post =
  '---\ntitle: Renamed\nsummary: Synthetic.\ncharts:\n  now: { metric: latency, was: [once, twice] }\n---\n\n<div id="now" class="flot"></div>\n';

describe("a chart that had other ids", () => {
  let site: MadeSite;
  const root = mkdtempSync(join(tmpdir(), "benchpost-former-"));
  after(() => rmSync(root, { recursive: true }));
  before(async () => {
    for (const [file, text] of Object.entries({
      "data/renamed.json": JSON.stringify(dataset),
      "posts/2026-01-01-renamed.md": post,
    })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    site = await makeSite(root, { ...readSettings(null).site, prefix: "/blog/" });
  });

  test("is where links to them lead, and its script needs none of them", () => {
    const html = site.contentAt("/2026/01/01/renamed.html");
    const figure = /<figure[^>]* id="now"[^]*<\/figure>/.exec(html)![0];
    assert.match(figure, /<span id="once"><\/span><span id="twice"><\/span>/);
    assert.doesNotMatch(/data-chart='[^']*'/.exec(figure)![0], /once/);
  });

  test("has pages at the old addresses that lead on, and that nobody shall find", () => {
    for (const folder of ["", "/embed"]) {
      const view = site.viewAt(`${folder}/2026/01/01/renamed/once.html`);
      assert.deepEqual(view.page, {
        to: `/blog${folder}/2026/01/01/renamed/now.html`,
        text: view.title.split(" · ")[0],
      });
      assert.equal(view.canonical, null);
    }
  });

  test("has the same files at the old addresses", async () => {
    for (const kind of ["csv", "json", "meta.json", "svg"]) {
      const [before, now] = ["twice", "now"].map((name) => bytesOf(site, `/data/renamed/${name}.${kind}`));
      assert.deepEqual(await before, await now);
    }
    assert.ok(site.files.some(({ path }) => path === "/data/renamed/once.png"));
  });
});
