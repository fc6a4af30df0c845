import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { setAside } from "./aside.ts";

type Files = Readonly<Record<string, string>>;

/** Eleventy as its tutorial has it: a layout, a list of the posts, and the data beside it. */
const plain: Files = {
  "package.json": '{ "type": "module" }\n',
  "eleventy.config.js": `export default function (config) {
  config.addPassthroughCopy({ data: "data", "script.js": "script.js" });
  config.addCollection("newest", (all) => all.getFilteredByGlob("posts/*.md").reverse());
  return { markdownTemplateEngine: false };
}
`,
  "posts/posts.11tydata.js": `export default {
  layout: "post.njk",
  eleventyComputed: { dataset: ({ page }) => page.fileSlug },
};
`,
  "_includes/base.njk": `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title></head>
<body>{% block content %}{{ content | safe }}{% endblock %}</body></html>
`,
  "_includes/post.njk": `{% extends "base.njk" %}{% block content %}<article data-dataset="/data/{{ dataset }}.json">
<h1>{{ title }}</h1><p>{{ summary }}</p><time>{{ page.date.toISOString() }}</time>
{{ content | safe }}</article><script type="module" src="/script.js"></script>{% endblock %}
`,
  "index.njk": `---
layout: base.njk
title: Many
pagination: { data: collections.newest, size: 10, alias: posts }
permalink: "{% if pagination.pageNumber > 0 %}/page/{{ pagination.pageNumber + 1 }}{% endif %}/index.html"
---
{% for post in posts %}<h2><a href="{{ post.url }}">{{ post.data.title }}</a></h2><p>{{ post.data.summary }}</p>{% endfor %}
`,
};

/** Hugo with the same pages, in words that versions from 0.111 (Debian 12) on understand; ten posts are on a page by themselves. */
const hugo: Files = {
  "hugo.toml": `baseURL = "https://example.org/"
title = "Many"
disableKinds = ["taxonomy", "term"]
[outputs]
home = ["html"]
section = ["html"]
[frontmatter]
date = [":filename"]
[markup.goldmark.renderer]
unsafe = true
`,
  "layouts/_default/single.html": `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title></head>
<body><article data-dataset="/data/{{ .Slug }}.json"><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}</article><script type="module" src="/script.js"></script></body></html>
`,
  "layouts/index.html": `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ range (.Paginate site.RegularPages).Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p>{{ end }}</body></html>
`,
};

/** The same posts and data as a plain site of Eleventy whose charts are drawn by Chart.js in the browser. */
export function writePlain(project: string): string {
  const folder = begin(`${project}-plain`, plain);
  writePosts(project, join(folder, "posts"), withPlaces);
  cpSync(join(project, "data"), join(folder, "data"), { recursive: true });
  bundleScript(join(folder, "script.js"));
  return folder;
}

/** The same for Hugo, with the same script. */
export function writeHugo(project: string): string {
  const folder = begin(`${project}-hugo`, hugo);
  writePosts(project, join(folder, "content"), withPlaces);
  cpSync(join(project, "data"), join(folder, "static", "data"), { recursive: true });
  bundleScript(join(folder, "static", "script.js"));
  return folder;
}

/** The same for Observable Framework, whose charts are cells of its own. */
export function writeFramework(project: string): string {
  const folder = begin(`${project}-framework`, {
    "observablehq.config.js": 'export default { title: "Many", root: "src", search: false };\n',
    "src/index.md": "# Many\n",
  });
  // the library of its charts from the disk: its own way is to ask a host on the net at each first build
  symlinkSync(join(import.meta.dirname, "peers", "node_modules"), join(folder, "node_modules"));
  cpSync(join(project, "data"), join(folder, "src", "data"), { recursive: true });
  const slugOf = (file: string): string => /^\d{4}-\d\d-\d\d-(.*)\.md$/.exec(file)![1]!;
  writePosts(
    project,
    join(folder, "src"),
    (text, file) => withCells(text, slugOf(file)),
    (file) => `${slugOf(file)}.md`,
  );
  return folder;
}

/** The posts of a project as another one wants them, by name and text. */
function writePosts(
  project: string,
  folder: string,
  edit: (text: string, file: string) => string,
  rename = (file: string): string => file,
): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(join(project, "posts"))) {
    const text = readFileSync(join(project, "posts", file), "utf8");
    writeFileSync(join(folder, rename(file)), edit(text, file));
  }
}

const element = /<div id="([a-z-]+)-\d+" class="flot"><\/div>/g;

/** A post whose elements tell the script what they show. */
function withPlaces(text: string): string {
  return text.replace(
    element,
    (_, id: string) => `<div class="flot" data-metric="${id.replace("-", "_")}" data-series="one,two"></div>`,
  );
}

function withCells(text: string, slug: string): string {
  const plot = 'import * as Plot from "@observablehq/plot";';
  const load = `\`\`\`js\n${plot}\nconst dataset = await FileAttachment("data/${slug}.json").json();\n\`\`\`\n\n`;
  const [, head = "", body = ""] = /^(---\n.*?\n---\n)(.*)$/s.exec(text)!;
  const code = body.replaceAll("```js\n", "```js run=false\n");
  return `${head}\n${load}${code.replace(element, (_, id: string) => cell(id.replace("-", "_")))}`;
}

function cell(metric: string): string {
  const points = `x.map((x, i) => ({ x, y: (values.${metric}.mean ?? values.${metric}.value)[i], label }))`;
  const lines = `dataset.series.flatMap(({ x, values, label }) => ${points})`;
  return `\`\`\`js\nPlot.plot({ marks: [Plot.line(${lines}, { x: "x", y: "y", stroke: "label" })] })\n\`\`\``;
}

function begin(folder: string, files: Files): string {
  setAside(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

function bundleScript(outfile: string): void {
  buildSync({
    entryPoints: [join(import.meta.dirname, "peers", "pages", "chartjs.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    outfile,
  });
}
