import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { markCharts, type Mark, withoutCutWords } from "../../src/site/plugin/marks.ts";
import { formOf, replaceWords } from "../../src/site/plugin/output.ts";
import { placeCharts } from "../../src/site/plugin/place.ts";
import { readOptions } from "../../src/site/plugin/options.ts";
import { withLinks } from "../../src/site/plugin/head.ts";
import { SourceError } from "../../src/source/error.ts";
import { temporaryFolder } from "../cli/effects.ts";

const chart = (id: string): string => `<div id="${id}" class="flot"></div>`;

/** A template's text with short words for its marks. */
function marked(text: string, file = "post.md"): { readonly text: string; readonly ids: readonly string[] } {
  const found = markCharts(file, text);
  const short = found.marks.reduce((all, { word }, index) => all.replace(word, `@${index}`), found.text);
  return { text: short, ids: found.marks.map(({ tag }) => tag.attributes.find(({ name }) => name === "id")!.value) };
}

/** A page whose @0, @1 … are the marks of charts a, b …, with figures as <figure>a</figure>. */
function placed(html: string): string {
  const { marks } = markCharts("post.md", ["a", "b", "c"].map(chart).join("\n\n"));
  const page = html.replace(/@(\d)/g, (_, index: string) => marks[Number(index)]!.word);
  const known = new Map(marks.map((mark): [string, Mark] => [mark.word, mark]));
  return placeCharts(page, known, (spots) =>
    spots.map(({ element, under }) => {
      const id = element.tag.attributes.find(({ name }) => name === "id")?.value;
      return `<figure>${id}${under > 1 ? under : ""}</figure>`;
    }),
  );
}

suite("charts are marked in the texts of templates", () => {
  test("each element becomes a word, with what it holds", () => {
    const text = `One\n${chart("a")}\n\n<section id=b class='wide flot'>No <section>script</section></section> two <p id="c" class="flot" />.`;
    assert.deepEqual(marked(text), { text: "One\n@0\n\n@1 two @2.", ids: ["a", "b", "c"] });
  });

  test("the same chart has the same word in every build, and no other has it", () => {
    const words = (file: string): string[] => markCharts(file, chart("a") + chart("a")).marks.map(({ word }) => word);
    assert.deepEqual(words("x.md"), words("x.md"));
    assert.equal(new Set([...words("x.md"), ...words("y.md")]).size, 4);
    for (const word of words("x.md")) assert.match(word, /^[a-z0-9]+$/);
  });

  test("what a template has yet to complete, what only looks alike and what is code stays", () => {
    for (const text of [
      '<div id="{{ id }}" class="flot"></div>',
      '<div id="a" class="{% if x %}flot{% endif %}"></div>',
      '<div id="a" class="flotilla"></div>',
      '<p title="flot">A <b>flot</b></p>',
      `\`\`\`html\n${chart("a")}\n\`\`\``,
      `> ~~~~\n> ${chart("a")}\n> ~~~~`,
      `Write \`${chart("a")}\` there.`,
      `\`\`\`\n${chart("a")}`,
      `{% raw %}${chart("a")}{% endraw %}`,
      `{%- highlight "html" -%}${chart("a")}{%- endhighlight -%}`,
      `{# ${chart("a")} #}<!-- ${chart("a")} -->`,
    ]) {
      assert.deepEqual(marked(text), { text, ids: [] });
    }
  });

  test("in other templates than Markdown back quotes mean nothing", () => {
    assert.deepEqual(marked(`\`${chart("a")}\``, "page.njk").ids, ["a"]);
  });
});

suite("charts are put into pages", () => {
  test("a paragraph ends before a chart and goes on after it", () => {
    assert.equal(placed("<p>@0</p>"), "<figure>a</figure>");
    assert.equal(
      placed('<p class="x">One<br>\n@0\n<em>two</em> @1</p>'),
      '<p class="x">One</p>\n<figure>a</figure><p class="x"><em>two</em></p>\n<figure>b</figure>',
    );
    assert.equal(placed("<td>@0</td><p>x</p>"), "<td><figure>a</figure></td><p>x</p>");
  });

  test("elements that templates made are charts too, in the page's order; figures are not", () => {
    assert.equal(
      placed(`<h2>One</h2><p><span class="flot" id="x"><b></b></span></p>@0<h1>Two</h1>@1`),
      "<h2>One</h2><figure>x2</figure><figure>a2</figure><h1>Two</h1><figure>b</figure>",
    );
    const figure = '<figure class="chart flot" id="x"></figure>';
    assert.equal(placed(figure), figure);
  });

  test("a chart's element that is shown as code is code again, and nothing in attributes, titles and scripts", () => {
    const code = "&lt;div id=&quot;a&quot; class=&quot;flot&quot;&gt;&lt;/div&gt;";
    assert.equal(placed("<pre><code>@0</code></pre>@1"), `<pre><code>${code}</code></pre><figure>b</figure>`);
    assert.equal(
      placed('<title>x @0</title><meta content="@0"><script>"@1"</script><p>@2</p>'),
      '<title>x </title><meta content=""><script>""</script><figure>c</figure>',
    );
    assert.equal(placed(`<pre>${chart("x")}</pre>`), `<pre>${chart("x")}</pre>`);
  });

  test("the links stand at the end of the head, or where a page without one can have them", () => {
    assert.equal(
      withLinks("<html><head><title>x</title></head><body>", "+"),
      "<html><head><title>x</title>+</head><body>",
    );
    assert.equal(withLinks("<!doctype html><title>x</title>", "+"), "<!doctype html>+<title>x</title>");
    assert.equal(withLinks("<!doctype html><body class=a>x", "+"), "<!doctype html><body class=a>+x");
  });
});

test("what is left of a word that was cut is taken away, and no other words", () => {
  const { word } = markCharts("post.md", chart("a")).marks[0]!;
  const cut = (length: number, end: string): string => withoutCutWords(`One ${word.slice(0, length)}${end}`);
  for (const length of [10, 12, 14, 15, 29]) assert.equal(cut(length, "..."), "One ...", String(length));
  assert.equal(cut(20, ""), "One ");
  assert.equal(cut(30, ""), `One ${word}`);
  assert.equal(withoutCutWords("benchpost, benchposts and charts"), "benchpost, benchposts and charts");
});

suite("charts in what is no page", () => {
  const word = markCharts("post.md", chart("a")).marks[0]!.word;
  const page = { inputPath: "./x.njk", fileSlug: "x", url: "/x/" } as const;

  test("forms are told by names and beginnings", () => {
    const formed = (outputPath: string | false, content = ""): string => formOf({ ...page, outputPath }, content);
    assert.equal(formed("./_site/x/index.html", "\n<!DOCTYPE html>"), "page");
    assert.equal(formed("./_site/x.htm", "<html lang=en>"), "page");
    assert.equal(formed("./_site/x/index.html", "<p>x</p>"), "piece");
    assert.equal(formed(false, "<p>x</p>"), "piece");
    assert.deepEqual(
      ["feed.xml", "a.rss", "b.atom", "feed.json", "notes.txt", "_redirects"].map((name) => formed(`./_site/${name}`)),
      ["xml", "xml", "xml", "json", "plain", "plain"],
    );
  });

  test("HTML is written as the language of the text writes it", () => {
    const html = (): string => '<img alt="]]>">';
    assert.equal(replaceWords(`<x>${word}</x>`, "xml", html), "<x>&lt;img alt=&quot;]]&gt;&quot;&gt;</x>");
    assert.equal(
      replaceWords(`<![CDATA[y]]><![CDATA[${word}]]>`, "xml", html),
      '<![CDATA[y]]><![CDATA[<img alt="]]&gt;">]]>',
    );
    assert.equal(replaceWords(`{"a":"${word}"}`, "json", html), JSON.stringify({ a: html() }));
    assert.equal(replaceWords(`see ${word}.`, "plain", html), "see .");
  });
});

test("what a configuration says wrongly is told at its place", (t) => {
  const folder = temporaryFolder(t);
  const before = process.cwd();
  process.chdir(folder);
  t.after(() => process.chdir(before));
  const config = (options: string): void =>
    writeFileSync(
      join(folder, "eleventy.config.js"),
      `export default (c) => {\n  c.addPlugin(benchpost, ${options});\n};\n`,
    );
  const said = (options: object): string => {
    config(JSON.stringify(options));
    try {
      readOptions(options);
      return "";
    } catch (error) {
      assert(error instanceof SourceError && error.stack === "");
      return error.message;
    }
  };
  const at = "eleventy.config.js:2:";
  assert.equal(
    said({}),
    `${at}5 plugin-data: there is no folder data for datasets\n  Make it and put datasets into it, or say where they are: addPlugin(benchpost, { data: "…" }).`,
  );
  mkdirSync(join(folder, "data"));
  assert.equal(said({ immediate: true }), "");
  assert.equal(
    said({ them: "dark" }),
    `${at}28 plugin-option: "them" is no option of the plugin\n  Did you mean theme?`,
  );
  assert.equal(
    said({ colours: 3 }),
    `${at}28 plugin-option: "colours" is no option of the plugin\n  There are data, publish, url, theme, pages.`,
  );
  assert.equal(
    said({ theme: "blue", url: "example.org", pages: 1, publish: "../x", data: "" }),
    [
      `${at}28 plugin-option: theme is the text "blue"; a theme is needed\n  Write "system", "light" or "dark".`,
      `${at}43 plugin-option: url is the text "example.org"; the whole address of a site is needed\n  Write url: "https://example.org".`,
      `${at}63 plugin-option: pages is the number 1; true or false is needed\n  Write pages: true.`,
      `${at}73 plugin-option: publish is the text "../x"; a folder of the site is needed\n  Write publish: "/benchpost/".`,
      `${at}90 plugin-option: data is an empty text; a text is needed\n  Write data: "…".`,
    ].join("\n"),
  );
  assert.match(
    said({ pages: true, theme: "dark" }),
    /^eleventy\.config\.js:2:\d+ plugin-option: theme says nothing where Benchpost makes all pages\n/,
  );
  config("{}");
  assert.deepEqual(readOptions({ publish: "charts" }), {
    data: "data",
    publish: "/charts/",
    url: process.env["SITE_URL"] || null,
    theme: "system",
    pages: false,
  });
});
