import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { type Cache, openCache } from "../../src/site/cache/cache.ts";
import { createMemory } from "../../src/site/memory.ts";
import { makeSite } from "../../src/site/make.ts";
import { readProject } from "../../src/site/project.ts";
import { partsOf } from "../../src/site/search/parts.ts";
import { indexPages } from "../../src/site/search/index-pages.ts";
import { pagefindProgram } from "../../src/site/search/pagefind.ts";
import { searchOf } from "../../src/site/search/search.ts";
import { searchText } from "../../src/site/search/text.ts";
import { readSettings } from "../../src/site/settings.ts";
import type { Site } from "../../src/site/site.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { benchpost } from "../cli/program.ts";
import { sampleRoot } from "./sample.ts";

const site = (settings: object = {}): Site =>
  readSettings({ file: "site.json", text: JSON.stringify({ url: "https://x.example", ...settings }) }).site;

/** What is found of one post of a project. */
function textIn(root: string, slug: string): string {
  const project = readProject(root, site());
  return searchText(
    project,
    project.posts.find((post) => post.slug === slug)!,
  );
}

/** Without what earlier builds kept. */
function copyOfSample(t: TestContext): string {
  const root = temporaryFolder(t);
  cpSync(sampleRoot, root, { recursive: true, filter: (path) => !path.includes(`${sep}.cache`) });
  return root;
}

/** The cache of a project, and how often bytes were made for it. */
function countingCache(root: string): Cache & { readonly made: () => number } {
  const cache = openCache(root);
  let made = 0;
  return {
    ...cache,
    bytes: (kind, sources, make) => cache.bytes(kind, sources, () => (made++, make())),
    made: () => made,
  };
}

suite("search", () => {
  test("a post is found by its words, its series, its machine and its sections", () => {
    const html = textIn(sampleRoot, "how-many-requests");
    for (const words of [
      "<h1>How many requests can an imagined server answer?</h1>",
      "Gevent (10)",
      'data-pagefind-filter="tag[data-value]" data-value="python"',
      'data-pagefind-filter="series[data-value]" data-value="Gevent (10)"',
      'data-pagefind-meta="date[data-value]" data-value="2026-11-02"',
    ]) {
      assert.ok(html.includes(words), `${words} is not in\n${html}`);
    }
    assert.doesNotMatch(html, /<svg|<table|\{\{/);
  });

  test("what is hostile in a post is text to the indexer", () => {
    const html = textIn(join(import.meta.dirname, "hostile"), "hostile");
    assert.doesNotMatch(html, /<(?:script|img|svg|iframe|style)|\son\w+=["']/i);
  });

  test("the same posts are the same bytes", async () => {
    const pages = Array.from({ length: 12 }, (_, index) => ({
      path: `/${index}.html`,
      html: `<html><body data-pagefind-body><h1>Post ${index}</h1><i data-pagefind-filter="tag[data-value]" data-value="t${index % 3}"></i><p>Words of ${index} that are counted</p></body></html>`,
    }));
    const [first, second] = [
      await indexPages({ pages, language: "en" }, "/search/"),
      await indexPages({ pages, language: "en" }, "/search/"),
    ];
    assert.deepEqual(second, first);
    const paths = first.map(({ path }) => path);
    assert.ok(paths.includes("/search/pagefind.js") && paths.includes("/search/wasm.en.pagefind"), paths.join(" "));
    assert.equal(paths.filter((path) => path.endsWith(".pf_fragment")).length, 12);
  });

  test("languages bring the code that searches them, whether words have stems there or not", async () => {
    for (const [language, code] of [
      ["en-US", "wasm.en.pagefind"],
      ["pt-BR", "wasm.pt.pagefind"],
      ["ja", "wasm.unknown.pagefind"],
    ] as const) {
      const pages = [{ path: "/a.html", html: "<html><body><h1>A</h1></body></html>" }];
      const files = await indexPages({ pages, language }, "/");
      assert.deepEqual(
        files.map(({ path }) => path).filter((path) => path.includes("wasm")),
        [`/${code}`],
      );
    }
  });

  test("a machine without the indexer has a site without search, and a site may want none", () => {
    const project = readProject(sampleRoot, site());
    const without = searchOf(
      project,
      () => "",
      () => null,
    );
    assert.equal(without.parts, 0);
    assert.deepEqual(
      without.warnings.map(({ code, severity }) => [code, severity]),
      [["no-search", "warning"]],
    );
    const unwanted = searchOf(readProject(sampleRoot, site({ search: false })), () => "");
    assert.deepEqual([unwanted.parts, unwanted.warnings], [0, []]);
  });

  test("pages name the index under the path prefix", async () => {
    const made = await makeSite(sampleRoot, site({ url: "https://x.example/blog/" }), createMemory());
    assert.equal(made.shared.search?.folder, "/blog/search/");
    assert.ok(made.files.some(({ path }) => `/blog${path}` === made.shared.search?.styles));
  });

  test("an index is kept, and made anew when a post says something else", async (t) => {
    const root = copyOfSample(t);
    const cache = countingCache(root);
    const files = async (): Promise<unknown[]> => {
      const project = readProject(root, site(), createMemory(cache));
      const all = await searchOf(project, (post) =>
        searchText(
          project,
          project.posts.find(({ file }) => file === post.file)!,
        ),
      ).files();
      return all.map(({ path, content }) => [path, Buffer.from(content as Uint8Array).toString("base64")]);
    };
    const first = await files();
    assert.deepEqual(await files(), first);
    assert.equal(cache.made(), 1);
    const post = join(root, "posts/2026-06-01-short-note.md");
    writeFileSync(post, `${readFileSync(post, "utf8")}\nOne word more.\n`);
    assert.notDeepEqual(await files(), first);
    assert.equal(cache.made(), 2);
  });

  test("posts are in parts from the oldest on, never in many", () => {
    const posts = Array.from({ length: 21 }, (_, index) => 20 - index);
    assert.deepEqual(partsOf(posts.slice(-3), 4), [[2, 1, 0]]);
    assert.deepEqual(partsOf(posts.slice(-5), 4), [[4], [3, 2, 1, 0]]);
    assert.deepEqual(
      partsOf(posts, 2).map((part) => part.length),
      [1, 4, 4, 4, 4, 4],
    );
    assert.deepEqual(partsOf(posts, 2).flat(), posts);
    assert.deepEqual(partsOf([], 2), []);
  });

  test("of an index in parts only that of a changed post is made again, and one part has the code", async (t) => {
    const root = copyOfSample(t);
    const cache = countingCache(root);
    const paths = async (changed: string): Promise<string[]> => {
      const project = readProject(root, site(), createMemory(cache));
      const textOf = ({ slug }: { readonly slug: string }): string =>
        `<html><body><h1>${slug}${slug.startsWith(changed) ? " anew" : ""}</h1></body></html>`;
      const search = searchOf(project, textOf, pagefindProgram, 2);
      assert.equal(search.parts, Math.ceil(project.posts.length / 2));
      return (await search.files()).map(({ path }) => path);
    };
    const first = await paths("none");
    assert.equal(cache.made(), 2);
    assert.deepEqual(
      first.filter((path) => /\.js$|wasm|entry/.test(path)),
      ["pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.en.pagefind", "1/pagefind-entry.json"].map(
        (path) => `/search/${path}`,
      ),
    );
    assert.equal(first.filter((path) => path.startsWith("/search/1/fragment")).length, 2);
    await paths("none");
    assert.equal(cache.made(), 2);
    await paths("short-note");
    assert.equal(cache.made(), 3);
  });

  test("an indexer that does not run costs the search and nothing else", async (t) => {
    const root = copyOfSample(t);
    writeFileSync(join(root, "package.json"), '{ "type": "module" }');
    const config = join(import.meta.dirname, "..", "..", ".eleventy.js");
    writeFileSync(join(root, ".eleventy.js"), `export { default } from ${JSON.stringify(config)};\n`);
    const output = join(root, "_site");
    const { code, stderr } = await benchpost(["build"], {
      cwd: root,
      env: { PAGEFIND_EXTENDED_BINARY_PATH: "/bin/false" },
    });
    assert.equal(code, 0, stderr);
    assert.match(stderr, /site\.json:1:1 warning no-search: there is no search: /);
    assert.ok(readFileSync(join(output, "index.html"), "utf8").includes("</html>"));
    assert.ok(!readdirSync(output).includes("search"));
  });
});
