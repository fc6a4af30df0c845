import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { addressesIn, mapAddresses } from "../../src/site/html/addresses.ts";
import { withoutActive } from "../../src/site/html/active.ts";
import { escapeDataBlock } from "../../src/site/html/data-block.ts";
import { scanTags } from "../../src/site/html/tags.ts";
import { highlight } from "../../src/site/markdown/highlight.ts";
import { parseArticle, renderArticle } from "../../src/site/markdown/markdown.ts";

/** Texts that come close to HTML: what an author's hand, or a hostile one, may write. */
const markup = fc
  .array(
    fc.constantFrom(
      ..."<>\"'=/ \n&;-!`*[](){}#|:".split(""),
      ..."div,class,flot,id,script,src,href,style,svg,a,p,data-metric,<!--,-->,]]>,[fn-x],[^1],&amp;,&#39;,---".split(
        ",",
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

test("tags and attributes stand where they say", () => {
  const html = `<p title='a>b' hidden data-x=1>x<br/><IMG SRC="&amp;.png"></p >`;
  const tags = scanTags(html);
  assert.deepEqual(
    tags.map(({ kind, name, start, end }) => [kind, name, html.slice(start, end)]),
    [
      ["open", "p", "<p title='a>b' hidden data-x=1>"],
      ["open", "br", "<br/>"],
      ["open", "img", '<IMG SRC="&amp;.png">'],
      ["close", "p", "</p >"],
    ],
  );
  const attributes = tags.flatMap((tag) => tag.attributes);
  assert.deepEqual(
    attributes.map(({ name, value, start, end }) => [name, value, html.slice(start, end)]),
    [
      ["title", "a>b", "title='a>b'"],
      ["hidden", "", "hidden"],
      ["data-x", "1", "data-x=1"],
      ["src", "&.png", 'SRC="&amp;.png"'],
    ],
  );
});

test("what looks like a section of XML hides no tag: browsers take it for a short comment", () => {
  const html = "a<![CDATA[><script>alert(1)</script>b";
  assert.deepEqual(
    scanTags(html).map(({ start, end }) => html.slice(start, end)),
    ["<script>", "</script>"],
  );
  assert.equal(withoutActive(html), "a<![CDATA[>b");
  assert.equal(withoutActive("<![CDATA[</style><style>x"), "<![CDATA[</style>");
});

test("HTML whose addresses stay the same stays the same, byte for byte", () => {
  fc.assert(
    fc.property(markup, (html) =>
      assert.equal(
        mapAddresses(html, (address) => address.trim()),
        html,
      ),
    ),
  );
});

test("all addresses are found, those of srcset too", () => {
  const html = `<a href=a><img src='b' srcset="c 1x, d 2x"><video poster="e"><blockquote cite="f">`;
  assert.deepEqual(addressesIn(html), ["a", "b", "c", "d", "e", "f"]);
});

test("what acts is taken out with all that it holds", () => {
  assert.equal(withoutActive("a<script>b</script>c<button><b>d</b></button>e<style>f"), "ace");
  assert.equal(withoutActive("a</script>b<embed>c<form><form></form>x</form>d"), "abcd");
});

test("no data block ends before its end", () => {
  const block = escapeDataBlock({ name: "</script><script>alert(1)</script>", note: "<!--" });
  assert.doesNotMatch(block, /</);
  assert.deepEqual(JSON.parse(block), { name: "</script><script>alert(1)</script>", note: "<!--" });
});

test("no text makes the Markdown of posts throw, run code or put a figure into a paragraph", () => {
  fc.assert(
    fc.property(markup, (text) => {
      const article = parseArticle({ file: "posts/x.md", text }, 0, "x");
      const medium = {
        address: (address: string) => address,
        figure: () => "<figure></figure>",
        quote: () => "1",
        size: () => null,
        code: highlight,
      };
      const html = renderArticle(article, { name: "page", ...medium });
      renderArticle(article, { name: "feed", ...medium });
      for (const flot of article.flots) assert.equal(text[flot.offset], "<");
      const inline = scanTags(html).filter(({ attributes }) => attributes.some(({ name }) => name === "style"));
      assert.deepEqual(inline, []);
    }),
    { numRuns: 400 },
  );
});
