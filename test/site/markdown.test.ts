import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { highlight } from "../../src/site/markdown/highlight.ts";
import { parseArticle, renderArticle } from "../../src/site/markdown/markdown.ts";
import type { Flot, Medium } from "../../src/site/markdown/article.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";

/**
 * Each `rule.md` in the folder is a text, and `rule.html` what it becomes in a page: with `<figure …>` for each chart, `[…]` around each
 * address that is mapped, and the warnings behind it. `UPDATE=1` writes the expectations anew.
 */
const folder = join(import.meta.dirname, "markdown");

function figure({ id, short, under, attributes }: Flot): string {
  const data = attributes.filter(({ name }) => name.startsWith("data-")).map(({ name, value }) => ` ${name}=${value}`);
  return `<figure ${id}${short ? " short" : ""} under-h${under}${data.join("")}></figure>\n`;
}

const quote: Medium["quote"] = ({ expression }) => `‹${expression.trim()}›`;

const page: Medium = {
  name: "page",
  address: (address) => `[${address}]`,
  figure,
  quote,
  size: () => null,
  code: highlight,
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
  test(`Markdown: ${file}`, () => {
    const text = readFileSync(join(folder, file), "utf8");
    const article = parseArticle({ file: `posts/${file}`, text }, 0, "some-post");
    const said = article.diagnostics.map(formatDiagnostic).join("\n");
    const made = `${renderArticle(article, page)}\n<!--\n${said}\n-->\n`;
    const golden = join(folder, file.replace(/\.md$/, ".html"));
    if (process.env["UPDATE"] === "1" || !existsSync(golden)) writeFileSync(golden, made);
    assert.equal(made, readFileSync(golden, "utf8"));
  });
}

test("a chart's place is that of its tag, column and all", () => {
  const text = "---\n---\nText\n\n> quoted\n> <div id='a' data-metric='m' class=flot></div>\n";
  const { flots } = parseArticle({ file: "posts/x.md", text }, 8, null);
  assert.equal(flots.length, 1);
  assert.equal(text.slice(flots[0]!.offset).startsWith("<div id='a'"), true);
  const metric = flots[0]!.attributes.find(({ name }) => name === "data-metric")!;
  assert.equal(text.slice(metric.offset).startsWith("data-metric='m'"), true);
});

test("a quotation's place is that of its expression, column and all", () => {
  const text = "---\n---\nText\n\n> quoted {{ a() }}\n> and {{ a() }}, **{{ b() }}**[^1]\n\n[^1]: Note {{ c() }}.\n";
  const { quotes } = parseArticle({ file: "posts/x.md", text }, 8, null);
  assert.deepEqual(
    quotes.map(({ offset }) => offset),
    [text.indexOf(" a()"), text.lastIndexOf(" a()"), text.indexOf(" b()"), text.indexOf(" c()")],
  );
});

test("code that shows a chart's element is no chart", () => {
  const text =
    '`<div id="a" class="flot"></div>` and\n\n    <div id="a" class="flot"></div>\n\n<div id="a" class="flot"></div>\n';
  const { flots } = parseArticle({ file: "posts/x.md", text }, 0, null);
  assert.deepEqual(
    flots.map(({ offset }) => text.slice(0, offset).split("\n").length),
    [5],
  );
});

test("a feed gets neither scripts nor buttons, and whole addresses in notes", () => {
  const text =
    'A note[^n]. <button class="x">Go <b>on</b></button>\n\n<script src="/assets/a.js"></script>\n\n## Title\n\n[^n]: Here.\n';
  const article = parseArticle({ file: "posts/x.md", text }, 0, null);
  const address = (path: string) => `https://x.example${path}`;
  const html = renderArticle(article, { ...page, name: "feed", address });
  assert.doesNotMatch(html, /button|script|Go|class="anchor"/);
  assert.match(html, /href="https:\/\/x\.example#fn1"/);
  assert.match(html, /href="https:\/\/x\.example#fnref1"/);
});
