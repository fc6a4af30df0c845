import assert from "node:assert/strict";
import * as fc from "fast-check";
import { quote } from "../../src/benchmark/quote/quote.ts";
import { escapeHtml } from "../../src/chart/figure/html.ts";
import { chartAttributes } from "../../src/chart/spec-attributes.ts";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import type { Article, Medium } from "../../src/site/markdown/article.ts";
import { highlight } from "../../src/site/markdown/highlight.ts";
import { parseArticle, renderArticle } from "../../src/site/markdown/markdown.ts";
import { loadSanitiser, type Sanitiser } from "../../src/site/markdown/sanitise/sanitiser.ts";
import { assertUseful } from "../attempt.ts";
import { corpus } from "../corpus.ts";
import { assertHarmless } from "../harmless.ts";
import { hostileText, repeated } from "../hostile.ts";
import { mutated } from "../mutate.ts";
import { samples } from "../samples.ts";
import type { Target } from "../target.ts";

const sanitiser = await loadSanitiser();

const texts = [
  ...corpus("site/markdown", /\.md$/),
  ...corpus("site/project", /\.md$/),
  ...corpus("site/hostile", /\.md$/),
];
const marks = [
  ..."\n|\n\n|# |## |- |1. |> |    |```|```js\n|~~~|***|__|`|[|](|)|![|<|>|/>|[^1]|[^1]: |[fn-x]|\\|&|;|--|:--".split(
    "|",
  ),
  ..."|,| ,---|,a,http://x.y,mailto:a@b,//x,#top,javascript:,data:text/html\\,,{{ peak(,) }},{% raw %}".split(","),
  ...`<div ,<div class="flot",id="a",id='a,data-metric="latency",data-y-domain="0;9",</div>,<script>,</script>`.split(
    ",",
  ),
  ...`<style>,</style>,<svg>,<a href=",<img src=,srcset=",onclick=,style=,<!--,-->,<![CDATA[,]]>,<p>,<button>`.split(
    ",",
  ),
];
const written = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...marks) },
      { weight: 4, arbitrary: hostileText },
      { weight: 1, arbitrary: repeated },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const page: Medium = {
  name: "page",
  address: (address) => address,
  figure: () => "<figure></figure>",
  quote: ({ expression }) => {
    const quoted = quote(expression, samples);
    return escapeHtml("text" in quoted ? quoted.text : "–");
  },
  size: () => null,
  code: highlight,
};

/** The text of posts, in its page and in a feed, with raw HTML and without. */
export const markdown: Target = {
  name: "markdown",
  inputs: fc.oneof(mutated(texts), written),
  run(input) {
    const text = input.replace(/\r\n?/g, "\n");
    const article = read(text);
    renderArticle(article, page);
    assertHarmless(renderArticle(article, { ...page, name: "feed" }));
    // What is no HTML in the source is none in the page.
    assertHarmless(renderArticle(read(text.replaceAll("<", "&lt;")), page));
    // Where HTML is sanitised, nothing of any text is harmful anywhere.
    assertHarmless(renderArticle(read(text, sanitiser), page));
    return article.diagnostics.length > 0 ? "rejected" : "accepted";
  },
};

function read(text: string, by: Sanitiser | null = null): Article {
  const source = { file: "posts/x.md", text };
  const article = parseArticle(source, 0, "x", by);
  if (article.diagnostics.length > 0) assertUseful(article.diagnostics, text);
  for (const { offset, attributes } of article.flots) {
    assert.ok(offset >= 0 && offset < text.length);
    const described = chartAttributes(source, offset, attributes);
    if (described) parseChartSpec(described);
  }
  return article;
}
