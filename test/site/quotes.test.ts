import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { makeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { textOf } from "./sample.ts";

const dataset = (figure: number) => ({
  schema: "benchpost/1",
  title: "Two places",
  x: { label: "Place", values: ["here", "there"] },
  metrics: { speed: { label: "Speed", unit: "1/s", display: "req/s" } },
  series: [{ id: "a", values: { speed: { value: [figure, 20] } } }],
});

const post = `---
title: 'It makes {{ value("a", "here") }}'
summary: 'Of {{ highest("a") }}, or of {{ highest("a", data: "second") }}.'
data: [first, second]
---

Text with {{ value("a", "here", data: "second") }}.

- A list with {{ value("a", "here", data: "second", unit: false) }}

| A table |
| --- |
| with {{ lowest("a", data: "second") }} |

${"words ".repeat(500)}

## {{ value("a", "here") }} is much

### Of **{{ highest("a") }}**

## Two

## Three

## Four
`;

const path = "/2026/01/01/quoted.html";

suite("what a post quotes", async () => {
  const made = async (t: Parameters<typeof temporaryFolder>[0], first: number) => {
    const root = temporaryFolder(t);
    for (const folder of ["posts", "data"]) mkdirSync(join(root, folder));
    writeFileSync(join(root, "posts/2026-01-01-quoted.md"), post);
    writeFileSync(join(root, "data/first.json"), JSON.stringify(dataset(first)));
    writeFileSync(join(root, "data/second.json"), JSON.stringify(dataset(7000)));
    return makeSite(root, readSettings(null, { url: "https://a.example" }).site);
  };

  test("is in its title and summary, wherever they stand", async (t) => {
    const site = await made(t, 310);
    const [title, summary] = ["It makes 310\u202Freq/s", "Of 310\u202Freq/s, or of 7\u202F000\u202Freq/s."];
    const view = site.viewAt(path);
    const own = view.page as { title: string; summary: string };
    assert.deepEqual([own.title, own.summary, view.description], [title, summary, summary]);
    assert.ok(view.title.startsWith(title));
    assert.ok(view.blocksHtml[0]!.includes(title) && view.blocksHtml[0]!.includes(summary));
    assert.match(view.image!.url, /\/social\/2026\/01\/01\/quoted\.png$/, "the picture's font can draw it");
    assert.ok(view.image!.alt.startsWith(title));
    const [item] = (site.viewAt("/").page as { posts: { title: string; summary: string }[] }).posts;
    assert.deepEqual([item!.title, item!.summary], [title, summary]);
    const feed = JSON.parse(textOf(site, "/feed.json")) as { items: { title: string; summary: string }[] };
    assert.deepEqual([feed.items[0]!.title, feed.items[0]!.summary], [title, summary]);
    const atom = textOf(site, "/feed.xml");
    assert.ok(atom.includes(`<title>${title}</title>`) && atom.includes(`<summary>${summary}</summary>`));
    const all = [atom, textOf(site, "/feed.json"), JSON.stringify(view), site.contentAt(path)].join();
    assert.ok(!all.includes("{{"), "nothing is left as it was written");
  });

  test("is in text, lists and tables, from a second dataset too", async (t) => {
    const html = (await made(t, 310)).contentAt(path);
    assert.ok(html.includes("Text with 7\u202F000\u202Freq/s."));
    assert.ok(html.includes("<li>A list with 7\u202F000</li>"));
    assert.ok(html.includes("<td>with 20\u202Freq/s</td>"));
  });

  test("is in headings and in the table of contents, and not in their addresses", async (t) => {
    for (const figure of [310, 311]) {
      const site = await made(t, figure);
      const { contents } = site.viewAt(path).page as { contents: { id: string; text: string; sections: object[] }[] };
      assert.deepEqual(contents[0], {
        id: "is-much",
        text: `${figure}\u202Freq/s is much`,
        sections: [{ id: "of", text: `Of ${figure}\u202Freq/s` }],
      });
      const html = site.contentAt(path);
      assert.ok(html.includes(`<h2 id="is-much">${figure}\u202Freq/s is much`));
      assert.ok(html.includes(`aria-label="Link to “Of ${figure}\u202Freq/s”"`));
    }
  });
});
