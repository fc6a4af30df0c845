import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

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

/** Hugo with the same pages. */
const hugo: Files = {
  "hugo.toml": `baseURL = "https://example.org/"
title = "Many"
disableKinds = ["taxonomy", "term", "rss"]
[frontmatter]
date = [":filename"]
[markup.goldmark.renderer]
unsafe = true
[pagination]
pagerSize = 10
`,
  "layouts/_default/single.html": `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ .Title }}</title></head>
<body><article data-dataset="/data/{{ .File.ContentBaseName }}.json"><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
{{ .Content }}</article><script type="module" src="/script.js"></script></body></html>
`,
  "layouts/index.html": `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ range (.Paginate site.RegularPages).Pages }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p>{{ end }}</body></html>
`,
};

/** The same posts and data as a plain site of Eleventy whose charts are drawn by Chart.js in the browser. */
export function writePlain(project: string): string {
  const folder = begin(`${project}-plain`, plain);
  for (const name of ["posts", "data"]) cpSync(join(project, name), join(folder, name), { recursive: true });
  bundleScript(join(folder, "script.js"));
  return folder;
}

/** The same for Hugo, with the same script. */
export function writeHugo(project: string): string {
  const folder = begin(`${project}-hugo`, hugo);
  cpSync(join(project, "posts"), join(folder, "content"), { recursive: true });
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
  cpSync(join(project, "data"), join(folder, "src", "data"), { recursive: true });
  for (const file of readdirSync(join(project, "posts"))) {
    const slug = /^\d{4}-\d\d-\d\d-(.*)\.md$/.exec(file)![1]!;
    const text = readFileSync(join(project, "posts", file), "utf8");
    writeFileSync(join(folder, "src", `${slug}.md`), withCells(text, slug));
  }
  return folder;
}

function withCells(text: string, slug: string): string {
  const load = `\`\`\`js\nconst dataset = await FileAttachment("data/${slug}.json").json();\n\`\`\`\n\n`;
  const [, head = "", body = ""] = /^(---\n.*?\n---\n)(.*)$/s.exec(text)!;
  const code = body.replaceAll("```js\n", "```js run=false\n");
  const cells = code.replace(/<div id="([a-z-]+)-\d+" class="flot"><\/div>/g, (_, id: string) =>
    cell(id.replace("-", "_")),
  );
  return `${head}\n${load}${cells}`;
}

function cell(metric: string): string {
  const points = `x.map((x, i) => ({ x, y: (values.${metric}.mean ?? values.${metric}.value)[i], label }))`;
  const lines = `dataset.series.flatMap(({ x, values, label }) => ${points})`;
  return `\`\`\`js\nPlot.plot({ marks: [Plot.line(${lines}, { x: "x", y: "y", stroke: "label" })] })\n\`\`\``;
}

function begin(folder: string, files: Files): string {
  rmSync(folder, { recursive: true, force: true });
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
