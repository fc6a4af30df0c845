import assert from "node:assert/strict";
import { cpSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "./effects.ts";
import { startDev } from "./news.ts";

const repository = join(import.meta.dirname, "..", "..");

/** A whole site with layouts of its own, whose post has a chart and a picture. */
const files = {
  "package.json": '{ "type": "module" }',
  ".eleventy.js": `import { load } from ${JSON.stringify(join(repository, "bin", "load.js"))};
export default async function (config) {
  const { benchpost } = await load("src/site/plugin.ts");
  config.addPlugin(benchpost, { pages: true });
  const dir = { includes: "layouts", layouts: "layouts" };
  return { dir, templateFormats: ["md", "njk"], htmlTemplateEngine: "njk", markdownTemplateEngine: false };
}
`,
  "site.json": '{ "title": "Site", "url": "https://example.org" }',
  "posts/2026-01-02-bus/index.md": `---
title: Bus
summary: Two servers.
charts: {rate: {metric: reply_rate}}
---

![a sign](sign.svg)

<div id="rate" class="flot"></div>
`,
  "posts/2026-01-02-bus/sign.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  "posts/2026-01-03-note.md": "---\ntitle: Note\nsummary: A note.\n---\n\nOnly words.\n",
  "data/bus.json": JSON.stringify({
    schema: "benchpost/1",
    title: "Bus",
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
    metrics: { reply_rate: { label: "Throughput", unit: "1/s", better: "higher" } },
    series: [{ id: "one", label: "One", x: [100, 200], values: { reply_rate: { mean: [100, 190] } } }],
  }),
};

test(
  "what vanishes while dev watches is told, pages stay, and what comes back heals",
  { timeout: 600_000 },
  async (t) => {
    const cwd = temporaryFolder(t);
    const away = join(temporaryFolder(t), "away");
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(join(cwd, file, ".."), { recursive: true });
      writeFileSync(join(cwd, file), text);
    }
    cpSync(join(repository, "src", "site", "layouts"), join(cwd, "layouts"), { recursive: true });
    const { origin, next } = await startDev(t, cwd);
    const status = async (path: string) => (await fetch(origin + path)).status;
    const hasChart = async () =>
      /<figure class="chart[^]*<svg class="plot/.test(await (await fetch(`${origin}/2026/01/02/bus.html`)).text());
    let { build } = await next();
    if (build === 0) build = (await next()).build;
    assert.equal(await hasChart(), true);

    /** Takes a file away, has a look, and puts it back: what is told of its absence. */
    const without = async (file: string, look: () => Promise<void>): Promise<string> => {
      renameSync(join(cwd, file), away);
      const { fault, build: left, remarks } = await next();
      assert.equal(left, fault === null ? build + 1 : build);
      await look();
      renameSync(away, join(cwd, file));
      const healed = await next();
      assert.deepEqual([healed.fault, healed.build], [null, left + 1]);
      build = healed.build;
      assert.equal(await hasChart(), true);
      return fault ?? remarks.map(({ text }) => text).find((text) => text.includes("leads nowhere")) ?? "";
    };
    const stays = async () => assert.equal(await hasChart(), true);

    assert.equal(
      await without("data/bus.json", stays),
      'posts/2026-01-02-bus/index.md:9:1 chart-without-data: chart "rate" has no dataset to show\n' +
        "  Write data/bus.json, or name datasets in the front matter: data: some-name.\n",
    );
    assert.equal(
      await without("layouts/post.html", stays),
      'benchpost dev: there is no layout "post.html"\n' +
        "  Put it back into the folder that the configuration names, or take Benchpost's: layoutsFrom in docs/plugin.md.\n",
    );
    const note = "/2026/01/03/note.html";
    assert.equal(await without("posts/2026-01-03-note.md", async () => assert.equal(await status(note), 404)), "");
    assert.equal(await status(note), 200);
    const sign = "/2026/01/02/bus/sign.svg";
    assert.equal(
      await without("posts/2026-01-02-bus/sign.svg", async () => assert.equal(await status(sign), 404)),
      "posts/2026-01-02-bus/index.md:7:11 warning dead-link: sign.svg leads nowhere\n" +
        "  Put the file there, or mend the address.",
    );
    assert.equal(await status(sign), 200);
  },
);
