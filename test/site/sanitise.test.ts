import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { type DefaultTreeAdapterTypes as Tree, parseFragment, serialize } from "parse5";
import { assertHarmless } from "../../fuzz/harmless.ts";
import type { Medium } from "../../src/site/markdown/article.ts";
import { parseArticle, renderArticle } from "../../src/site/markdown/markdown.ts";
import { loadSanitiser } from "../../src/site/markdown/sanitise/sanitiser.ts";
import { schema } from "../../src/site/markdown/sanitise/schema.ts";
import { makeSite } from "../../src/site/make.ts";
import { readProject } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";
import { temporaryFolder } from "../cli/effects.ts";

const sanitiser = await loadSanitiser();
const figure = `<figure class="chart" id="a" data-chart='{"data":"/data/a.json"}'><svg viewBox="0 0 1 1"><path d="M0"/></svg><button>x</button></figure>`;

const page: Medium = {
  name: "page",
  address: (address) => address,
  figure: () => figure,
  quote: () => "3 995 req/s",
  size: () => ({ width: 3, height: 2 }),
  code: (_language: string, code: string) =>
    `<span class="hljs-title function_">${code.replaceAll("<", "&lt;")}</span>`,
} as Medium;

function render(text: string, medium: Medium = page, by: typeof sanitiser | null = sanitiser): string {
  return renderArticle(parseArticle({ file: "posts/x.md", text }, 0, "x", by), medium);
}

/** What a browser makes of HTML, however it was written. */
function asRead(html: string): string {
  return serialize(parseFragment(html)).replace(/\s+/g, " ").trim();
}

function warnings(text: string): string[] {
  const { diagnostics } = parseArticle({ file: "posts/x.md", text }, 0, "x", sanitiser);
  return diagnostics.map((one) => formatDiagnostic(one).split("\n")[0]!);
}

suite("a site whose HTML is sanitised", () => {
  test("what the site itself makes of a text is what it was", () => {
    const text = [
      '# One *two* & `three`\n\n## One\n\nText with {{ peak(1) }}, a [link](/a.html "t"), <https://x.example>, ~~s~~ and **b**[^1]\\\nnext',
      '![A "picture"](a.png "title")\n\n```js\nif (a < b) c();\n```\n\n    plain <b>\n\n> quoted\n\n3. three\n4. four\n\n---',
      '<div id="a" class="flot" data-metric="latency"></div>',
      "| a | b | c |\n| :- | :-: | -: |\n| 1 | 2 | 3 |\n\nAgain[^1].\n\n[^1]: The note, with `code`.",
    ].join("\n\n");
    for (const medium of [page, { ...page, name: "feed" } as Medium]) {
      assert.equal(asRead(render(text, medium)), asRead(render(text, medium, null)));
      assert.ok(render(text, medium).includes(figure));
    }
    assert.deepEqual(warnings(text), []);
  });

  test("HTML that is text stays, Markdown inside it too", () => {
    const text =
      '<details>\n<summary>More</summary>\n\n- **a**\n\n</details>\n\n<table><tr><td colspan="2">1</td></tr></table>\n\nH<sub>2</sub>O <abbr title="x">y</abbr>\n';
    assert.equal(asRead(render(text)), asRead(render(text, page, null)));
    assert.deepEqual(warnings(text), []);
  });

  test("what goes is said with its place", () => {
    assert.deepEqual(
      warnings(
        'Text\n\n<form action="/x"><b name="y" class="site-header wide">z</b></form>\n\nAnd <svg><a href="data:x">q</a></svg> on.\n',
      ),
      [
        "posts/x.md:3:1 warning html-removed: <form> is left out, as every element that is not text, a table or a picture",
        "posts/x.md:3:22 warning html-removed: the attribute name of <b> is left out",
        'posts/x.md:3:31 warning html-removed: class "site-header" of <b> is left out',
        "posts/x.md:5:5 warning html-removed: <svg> is left out, as every element that is not text, a table or a picture",
        "posts/x.md:5:13 warning html-removed: the attribute href of <a> is left out",
      ],
    );
  });

  test("no place of a chart can be made up", () => {
    const html = render(
      '<div id="chart-0123456789abcdef-0"></div>\n\n<figure class="chart" data-chart="{}"><button>x</button></figure>\n',
    );
    assert.doesNotMatch(html, /data-chart|<button|class="chart"/);
  });

  for (const [name, text] of [
    ["script", "<scr<script>ipt>hacked()</script>\n\n<svg><script>hacked()</script></svg>"],
    ["handlers", '<img src=x onerror=hacked()>\n\n<details open ontoggle="hacked()">x</details>'],
    [
      "addresses",
      '<a href="jav&#x09;ascript:hacked()">x</a> <a href=" data:text/html,x">y</a> <a href="vbscript:x">z</a>',
    ],
    [
      "parsers that disagree",
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hacked()&gt;">',
    ],
    [
      "raw text",
      '<noscript><p title="</noscript><img src=x onerror=hacked()>"></noscript>\n\n<xmp><img src=x onerror=hacked()></xmp>',
    ],
    [
      "clobbering",
      '<form id="x"><input name="querySelectorAll"></form><img name="querySelectorAll"><a id="x" name="y">z</a>',
    ],
    [
      "documents",
      '<iframe srcdoc="<script>hacked()</script>"></iframe><object data="x"></object><embed src="x"><base href="//x">',
    ],
    [
      "requests",
      '<meta http-equiv="refresh" content="0;url=//x"><link rel="stylesheet" href="//x"><img src="data:image/svg+xml,x">',
    ],
    ["styles", '<p style="position:fixed">x</p><style>body{display:none}</style><font color="red">y</font>'],
    ["animations", '<svg><animate attributeName="href" values="javascript:hacked()"/><a><text>x</text></a></svg>'],
    [
      "templates",
      "<template><img src=x onerror=hacked()></template><table><template><tr><td onclick=hacked()></td></tr></template></table>",
    ],
  ] as const) {
    test(`nothing is left of ${name}`, () => {
      const html = render(`Before\n\n${text}\n\nAfter\n`);
      assertClean(html);
      assert.match(html, /After/);
    });
  }

  test("pieces that are harmless alone are harmless together", () => {
    const piece = fc.constantFrom(
      ..."<b>|</b>|<table>|<tr><td>|<p>|</p>|<svg>|</svg>|<math>|<style>|</style>|<!--|-->|<textarea>|</textarea>|<title>|<xmp>|<noscript>|</noscript>".split(
        "|",
      ),
      ..."<img src=x onerror=hacked()>|<a href='|javascript:hacked()|'>|\"|<script>|</script>|<![CDATA[|]]>|\n\n|- |> |`|<select>|<option>|<form>|</form>|<input name=x>|<mtext>|<annotation-xml encoding='text/html'>|<iframe srcdoc=\"|\">|&lt;|<div class='flot' id='c'>|</div>".split(
        "|",
      ),
      "\0",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) =>
        assertClean(render(pieces.join("")).replaceAll(figure, "")),
      ),
      { numRuns: 400, seed: 11 },
    );
  });

  test("posts are sanitised where site.json says so, with their charts, and nowhere else", async (t) => {
    const root = temporaryFolder(t);
    cpSync(join(import.meta.dirname, "hostile"), root, { recursive: true });
    const post = join(root, "posts/2026-05-05-hostile.md");
    writeFileSync(post, `${readFileSync(post, "utf8")}\n\n<form class="mine">Kept <button>gone</button></form>\n`);
    const settings = (html: string) =>
      readSettings({ file: "site.json", text: JSON.stringify({ url: "https://x.example", html }) });
    const clean = await makeSite(root, settings("sanitised").site);
    const path = clean.pages.find((one) => one.endsWith("/hostile.html"))!;
    assert.match(clean.contentAt(path), /<figure class="chart[^"]*" id="mine"/);
    assert.doesNotMatch(clean.contentAt(path), /class="mine"/);
    assert.ok(clean.warnings.some(({ code }) => code === "html-removed"));
    const all = await makeSite(root, settings("all").site);
    assert.match(all.contentAt(path), /<form class="mine">Kept <button>gone<\/button><\/form>/);
    assert.throws(() => readProject(root, settings("sanitised").site), /a sanitiser is asked for/);
    assert.equal(settings("some").diagnostics[0]?.code, "unknown-value");
  });
});

function assertClean(html: string): void {
  assertHarmless(html);
  const names = new Set(schema.tagNames);
  for (const element of elementsIn(parseFragment(html))) {
    assert.ok(names.has(element.tagName), `<${element.tagName}> in ${html}`);
    for (const { name, value } of element.attrs) {
      assert.ok(!["name", "data-chart", "srcdoc", "action", "formaction"].includes(name), `${name} in ${html}`);
      const leads = ["href", "src", "cite", "poster"].includes(name);
      assert.ok(!leads || !/^[\s\p{Cc}]*(?!https?|mailto|tel)[a-z][a-z0-9+.-]*:/iu.test(value), `${name}="${value}"`);
    }
  }
}

function* elementsIn(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if ("tagName" in child) yield child;
    if ("childNodes" in child) yield* elementsIn(child);
  }
}
