import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Ended, installedIn, runIn } from "./packed.ts";

/** Eleventy's own program. */
export const eleventy = "@11ty/eleventy/cmd.cjs";

/** Ids of the figures in a page. */
export const figures = (html: string): string[] =>
  [...html.matchAll(/<figure class="chart[^>]* id="([^"]+)"/g)].map(([, id]) => id!);

/** A dataset of two series. */
const dataset = (title: string, [one, two] = ["one", "two"]): string =>
  JSON.stringify({
    schema: "benchpost/1",
    title,
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
    metrics: {
      reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
      latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
    },
    series: [
      { id: one, label: "One", x, values: measured([10, 20, 29], [0.01, 0.02, 0.05]) },
      { id: two, label: "Two", x, values: measured([10, 19, 22], [0.02, 0.03, 0.09]) },
    ],
    charts: { throughput: { metric: "reply_rate" } },
  });

const x = [10, 20, 30];

function measured(rates: readonly number[], times: readonly number[]): object {
  return { reply_rate: { mean: rates }, latency: { mean: times } };
}

/** The head of this site is its own affair; nothing in it knows of charts. */
const layout = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><link rel="icon" href="/pictures/sign.svg">
<meta name="description" content="{{ content | striptags | truncate(200) }}"></head>
<body><main>{{ content | safe }}</main></body></html>
`;

/**
 * A site of somebody else's: its own layouts and Markdown without raw HTML, posts in three languages, a page with all of them, a
 * feed, files that it copies, a path prefix that Eleventy's plugin puts before addresses.
 */
export const ownSite = {
  "package.json": '{ "type": "module" }',
  "eleventy.config.js": `
import { HtmlBasePlugin } from "@11ty/eleventy";
import { benchpost } from "benchpost";
import markdownIt from "markdown-it";

export default function (config) {
  config.setLibrary("md", markdownIt({ html: false, typographer: true, linkify: true }));
  config.addPlugin(HtmlBasePlugin);
  config.addPlugin(benchpost, { data: "measured", url: "https://example.org", theme: "light" });
  config.addPassthroughCopy({ "src/pictures": "pictures" });
  config.addShortcode("chart", (id, metric) => '<div id="' + id + '" class="flot flot-short" data-metric="' + metric + '" data-dataset="bus"></div>');
  return { dir: { input: "src", includes: "_layouts", output: "public" }, pathPrefix: "/blog/" };
}
`,
  "src/_layouts/post.njk": layout,
  "src/posts/posts.json": '{ "layout": "post.njk", "tags": "post", "benchpost": { "data": "bus" } }',
  "src/posts/2026-01-02-markdown.md": `---
title: Markdown
charts:
  response-time: {metric: latency, title: "How long & how often"}
---

## Both at {{ title | downcase }} -- "quoted"

One line of words
<div id="throughput" class="flot"></div>
and another.

<div id="response-time" class="flot">No script.</div>

\`\`\`html
<div id="throughput" class="flot"></div>
\`\`\`
`,
  "src/posts/2026-01-03-liquid.liquid": `---
title: Liquid
---
<h2>{{ title }}</h2>
{% assign metrics = "reply_rate,latency" | split: "," %}{% for metric in metrics %}{% chart metric, metric %}{% endfor %}
`,
  "src/posts/bus.njk": `---
title: Nunjucks
data: bus
date: 2026-01-04
---
<p>See {{ title }}.</p><div id="throughput" class="flot" data-series="two"></div>
`,
  "src/index.njk": `---
title: All
layout: post.njk
---
{% for post in collections.post %}<article>{{ post.content | safe }}</article>{% endfor %}
<p><a href="/posts/bus/">last</a></p>
`,
  "src/feed.njk": `---
permalink: feed.xml
---
<feed>{% for post in collections.post %}<content>{{ post.content | renderTransforms(post.page) | escape }}</content>{% endfor %}</feed>
`,
  "src/plain.md": "---\nlayout: post.njk\ntitle: Plain\n---\n\nNo chart here.\n",
  "src/pictures/sign.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "measured/bus.json": dataset("Bus"),
  "measured/unused.json": dataset("Unused"),
};

/** The site, and what Eleventy said of it when it was built into `public`. */
export interface BuiltSite extends Ended {
  readonly project: string;
}

let building: Promise<BuiltSite> | undefined;

/** The site, installed and built; once a run. */
export function builtOwnSite(): Promise<BuiltSite> {
  return (building ??= build());
}

async function build(): Promise<BuiltSite> {
  const project = await installedIn("own", ownSite, ["markdown-it"]);
  return { project, ...(await runIn(project, [eleventy])) };
}

/** A site whose configuration is a CommonJS module, and that says nothing but what it must. */
export const commonJsSite = {
  "package.json": "{}",
  ".eleventy.js": `
module.exports = async function (config) {
  const { benchpost } = await import("benchpost");
  config.addPlugin(benchpost);
};
`,
  "_includes/page.liquid": "<!doctype html><title>{{ title }}</title>{{ content }}",
  "bus.md": '---\ntitle: Bus\nlayout: page.liquid\n---\n\n# Bus\n\n<div id="throughput" class="flot"></div>\n',
  "data/bus.json": dataset("Bus"),
};

const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "plugin.md"), "utf8");

/** What docs/plugin.md tells to write: the block of a language that holds some words. */
function documented(language: string, words: string): string {
  const blocks = [...page.matchAll(/^```(\w+)\n([^`]+)```$/gm)].filter(([, name]) => name === language);
  return blocks.find(([, , text]) => text!.includes(words))![2]!;
}

/** The site that docs/plugin.md leads to. */
export const documentedSite = {
  "package.json": '{ "type": "module" }',
  "eleventy.config.js": documented("js", "// eleventy.config.js"),
  "_includes/post.njk": "<!doctype html><head><title>{{ title }}</title></head>{{ content | safe }}",
  "posts/posts.json": documented("json", "post.njk"),
  "posts/two-servers.md": documented("md", "Two servers"),
  "data/message-bus.json": dataset("Message bus", ["gevent-1", "node-1"]),
};

/** The same with a configuration that is a CommonJS module. */
export const documentedCommonJs = {
  ...documentedSite,
  "package.json": "{}",
  "eleventy.config.js": documented("js", "module.exports"),
};

/** What docs/plugin.md says that a whole site has where it has no configuration. */
export const wholeSite = documented("js", "pages: true");

/** A project that has nothing but posts and data: all pages are Benchpost's. */
export const postsAlone = {
  "site.json": '{ "title": "Posts alone", "url": "https://example.org" }',
  "posts/2026-01-02-bus.md": `---
title: Bus
summary: Two servers.
---

<div id="throughput" class="flot"></div>
`,
  "data/bus.json": dataset("Bus"),
};
