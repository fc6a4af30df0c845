import assert from "node:assert/strict";
import { test } from "node:test";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { atomFeed } from "../../src/site/feeds/atom.ts";
import { jsonFeed } from "../../src/site/feeds/json-feed.ts";
import { scanTags } from "../../src/site/html/tags.ts";
import type { Listed } from "../../src/site/posts/listed.ts";
import { readProject, readText } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { bytesOf, makeSample, sampleRoot, textOf } from "./sample.ts";

const made = await makeSample();
const prefixed = await makeSample({ pathPrefix: "/blog" });
const settings = readSettings({ file: "site.json", text: readText(sampleRoot, "site.json")! }, {});
const outline = readProject(sampleRoot, settings.site);
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "entry" || name === "link" });

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly link: readonly { readonly "@_href": string }[];
  readonly content: { readonly "#text": string };
}

function entries(site: typeof made): readonly Entry[] {
  const xml = textOf(site, "/feed.xml");
  assert.equal(XMLValidator.validate(xml), true);
  return (parser.parse(xml) as { feed: { entry: Entry[] } }).feed.entry;
}

test("the Atom feed has every post, newest first, with ids that last", () => {
  const all = entries(made);
  assert.deepEqual(
    all.map(({ id }) => id),
    [
      "urn:uuid:5b2f8f1e-6a0d-4c53-9d3e-2f6f0f4c1a77",
      "https://loopback.example/2026/09/14/a-picture-and-its-post.html",
      "https://loopback.example/2026/06/01/short-note.html",
      "https://loopback.example/2012/03/18/message-bus-part-two.html",
    ],
  );
  assert.equal(all[0]!.published, "2026-11-02T00:00:00.000Z");
  assert.equal(all[0]!.updated, "2026-11-09T00:00:00.000Z");
});

/** A post of which only its address differs from others. */
function postAt(day: number): Listed {
  const post = outline.posts[0]!;
  return {
    ...post,
    file: `posts/${day}.md`,
    path: `/${day}.html`,
    date: new Date(0).toISOString(),
    head: { ...post.head, id: null, updated: null },
  };
}

for (const [name, feed] of [
  ["Atom", atomFeed],
  ["JSON", jsonFeed],
] as const) {
  const posts = Array.from({ length: 60 }, (_, day) => postAt(day));
  const idsOf = (content: string): string[] => {
    const text = feed({ ...outline, posts }, () => content);
    assert.ok(Buffer.byteLength(text) < 512 * 1024 || content.length > 512 * 1024);
    return [...text.matchAll(/(?<="id":"|<entry>[^]*?<id>)https:[^"<]*\/(\d+)\.html/g)].map(([, day]) => day!);
  };

  test(`the ${name} feed has the newest posts, as many as readers of feeds take`, () => {
    assert.deepEqual(
      idsOf("short"),
      posts.slice(0, 50).map((_, day) => String(day)),
    );
    assert.deepEqual(idsOf("x".repeat(100_000)), ["0", "1", "2", "3"]);
    assert.deepEqual(idsOf("x".repeat(1_000_000)), ["0"], "one at least");
  });
}

for (const [name, site, origin] of [
  ["at the root", made, "https://loopback.example/"],
  ["under a prefix", prefixed, "https://loopback.example/blog/"],
] as const) {
  test(`every address in the feeds is whole: ${name}`, () => {
    const items = (JSON.parse(textOf(site, "/feed.json")) as { items: { content_html: string; url: string }[] }).items;
    const contents = [...entries(site).map(({ content }) => content["#text"]), ...items.map((one) => one.content_html)];
    assert.equal(contents.length, 8);
    let addresses = 0;
    for (const { attributes } of contents.flatMap(scanTags)) {
      for (const { name: attribute, value } of attributes) {
        if (attribute !== "href" && attribute !== "src") continue;
        addresses++;
        assert.ok(value.startsWith(origin), value);
      }
    }
    assert.ok(addresses > 30);
  });
}

test("charts in feeds are pictures with size and words; nothing in feeds runs", () => {
  const tags = entries(made).flatMap(({ content }) => scanTags(content["#text"]));
  const pictures = tags.filter(({ name }) => name === "img").map(({ attributes }) => attributes);
  const charts = pictures.filter((all) => all.some(({ value }) => value.endsWith(".png")));
  assert.equal(charts.length, 8);
  for (const attributes of charts) {
    const value = (name: string): string => attributes.find((one) => one.name === name)?.value ?? "";
    assert.match(value("src"), /^https:\/\/loopback\.example\/data\/[\w-]+\/[\w-]+\.png$/);
    assert.ok(made.files.some(({ path }) => value("src").endsWith(path)));
    assert.ok(Number(value("width")) > 300 && Number(value("height")) > 100);
    assert.match(value("alt"), /chart of/);
  }
  const names = new Set(tags.map(({ name }) => name));
  for (const name of ["script", "style", "button", "svg", "canvas", "details"]) assert.ok(!names.has(name), name);
});

test("control characters and angle brackets leave the feed well-formed", () => {
  assert.match(entries(made)[2]!.title, /quotes” & <tags>|&amp; &lt;tags&gt;/);
});

test("the JSON feed is one of version 1.1", () => {
  const feed = JSON.parse(textOf(made, "/feed.json")) as { version: string; feed_url: string; items: { id: string }[] };
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  assert.equal(feed.feed_url, "https://loopback.example/feed.json");
  assert.deepEqual(
    feed.items.map(({ id }) => id),
    entries(made).map(({ id }) => id),
  );
});

test("sitemap and robots name whole addresses, and no page that nobody shall find", () => {
  const xml = textOf(prefixed, "/sitemap.xml");
  assert.equal(XMLValidator.validate(xml), true);
  const all = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
  assert.ok(all.every((address) => address.startsWith("https://loopback.example/blog/")));
  assert.ok(all.includes("https://loopback.example/blog/2026/11/02/how-many-requests.html"));
  assert.ok(!all.some((address) => address.includes("404")));
  assert.match(textOf(prefixed, "/robots.txt"), /^Sitemap: https:\/\/loopback\.example\/blog\/sitemap\.xml$/m);
});

test("drafts are in no feed and no page unless they are asked for", async () => {
  const drafts = await makeSample({ drafts: true });
  assert.equal(drafts.posts, made.posts + 1);
  assert.equal(made.pathOf("posts/2026-12-01-not-yet.md"), null);
  assert.equal(drafts.viewAt("/2026/12/01/not-yet.html").canonical, null);
  const texts = made.files.filter(({ path }) => /\.(?:xml|json|csv|svg)$/.test(path)).map(({ path }) => path);
  for (const kind of [".xml", ".svg"]) assert.ok(texts.some((path) => path.endsWith(kind)));
  for (const path of texts) assert.ok(!(await bytesOf(made, path)).includes("Not yet"), path);
});
