import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, test } from "node:test";
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Html, parse } from "parse5";
import { benchpost } from "../cli/program.ts";

/** Sites made by the program itself, Eleventy and all. */
const folder = mkdtempSync(join(tmpdir(), "benchpost-build-"));
after(() => rmSync(folder, { recursive: true }));

async function build(project: string, name: string, args: readonly string[] = []): Promise<string> {
  const output = join(folder, name);
  const { code, stderr } = await benchpost(["build", "--quiet", "--output", output, ...args], {
    cwd: join(import.meta.dirname, project),
  });
  assert.equal(code, 0, stderr);
  return output;
}

function filesIn(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(site.length))
    .sort();
}

interface Page {
  readonly path: string;
  readonly text: string;
  readonly elements: readonly Html.Element[];
  readonly faults: readonly string[];
}

function pagesIn(site: string): Page[] {
  return filesIn(site)
    .filter((path) => path.endsWith(".html"))
    .map((path) => {
      const text = readFileSync(join(site, path), "utf8");
      const faults: string[] = [];
      const document = parse(text, { sourceCodeLocationInfo: true, onParseError: ({ code }) => faults.push(code) });
      return { path, text, elements: all(document), faults };
    });
}

function all(parent: Html.ParentNode): Html.Element[] {
  return tree.getChildNodes(parent).flatMap((child) => (tree.isElementNode(child) ? [child, ...all(child)] : []));
}

function value(element: Html.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

const sample = await build("project", "sample");
const pages = pagesIn(sample);

test("every kind of page is there", () => {
  const paths = filesIn(sample);
  for (const path of [
    "/index.html",
    "/page/2.html",
    "/archive.html",
    "/tags.html",
    "/tags/cpp.html",
    "/about.html",
    "/404.html",
    "/2012/03/18/message-bus-part-two.html",
    "/2026/11/02/how-many-requests.html",
    "/2026/11/02/how-many-requests/response-time.html",
    "/2026/09/14/a-picture-and-its-post/sign.svg",
    "/data/imagined-servers.json",
    "/data/imagined-servers/errors.csv",
    "/data/imagined-servers/errors.svg",
    "/data/imagined-servers/errors.png",
    "/social/2026/11/02/how-many-requests.png",
    "/data/dataset.schema.json",
    "/feed.xml",
    "/feed.json",
    "/sitemap.xml",
    "/robots.txt",
  ]) {
    assert.ok(paths.includes(path), path);
  }
  assert.ok(!paths.some((path) => path.includes("not-yet")), "drafts are not published");
});

test("the picture of a chart's page is said in words to who cannot see it", () => {
  const { elements } = pages.find(({ path }) => path === "/2026/11/02/how-many-requests/throughput.html")!;
  const [alt] = elements.filter((element) => value(element, "property") === "og:image:alt");
  assert.match(value(alt!, "content")!, /^Throughput over demanded requests: Line chart of Throughput .*Gevent \(10\)/);
});

test("a post names its picture, with its size, and the picture is there", () => {
  const { elements } = pages.find(({ path }) => path === "/2026/11/02/how-many-requests.html")!;
  const said = new Map(
    elements.map((element) => [value(element, "property") ?? value(element, "name"), value(element, "content")]),
  );
  assert.equal(said.get("og:title"), "How many requests can an imagined server answer?", "og:site_name has the site's");
  const url = said.get("og:image")!;
  assert.ok(filesIn(sample).includes(new URL(url).pathname), url);
  assert.equal(said.get("twitter:image"), url);
  const bytes = readFileSync(join(sample, new URL(url).pathname));
  assert.equal(said.get("og:image:width"), String(bytes.readUInt32BE(16)));
  assert.equal(said.get("og:image:height"), String(bytes.readUInt32BE(20)));
  assert.equal(said.get("twitter:image:alt"), said.get("og:image:alt"));
});

test("every page is HTML without a fault, with one title, and no style or code between the lines", () => {
  for (const { path, elements, faults } of pages) {
    assert.deepEqual(faults, [], path);
    const names = elements.map(({ tagName }) => tagName);
    for (const one of ["h1", "main", "title", ...(path.startsWith("/embed/") ? [] : ["footer"])]) {
      assert.equal(
        names.filter((name, index) => name === one && elements[index]!.namespaceURI.endsWith("xhtml")).length,
        1,
        `${path}: ${one}`,
      );
    }
    const ids = elements.flatMap((element) => value(element, "id") ?? []);
    assert.deepEqual(ids, [...new Set(ids)], path);
    for (const element of elements) {
      assert.ok(
        !element.attrs.some(({ name }) => name === "style" || name.startsWith("on")),
        `${path}: ${element.tagName}`,
      );
      const runs = element.tagName === "script" && value(element, "type") !== "application/ld+json";
      if (runs) assert.ok(value(element, "src"), path);
      assert.notEqual(element.tagName, "style", path);
    }
  }
});

test("data blocks say what the post is", () => {
  const post = pages.find(({ path }) => path.endsWith("how-many-requests.html"))!;
  const blocks = post.elements
    .filter((element) => value(element, "type") === "application/ld+json")
    .map((element) => JSON.parse((element.childNodes[0] as Html.TextNode).value) as Record<string, unknown>);
  assert.deepEqual(
    blocks.map((block) => block["@type"]),
    ["BlogPosting", "Dataset"],
  );
  assert.equal(blocks[0]!["datePublished"], "2026-11-02T00:00:00.000Z");
  assert.equal(blocks[1]!["url"], "https://loopback.example/data/imagined-servers.json");
});

test("a post of the 2012 kind is whole", () => {
  const { elements, text } = pages.find(({ path }) => path === "/2012/03/18/message-bus-part-two.html")!;
  const figures = elements.filter(({ tagName }) => tagName === "figure");
  assert.deepEqual(
    figures.map((figure) => value(figure, "id")),
    ["graph-1-rps", "graph-1-latency", "graph-1-errors"],
  );
  for (const figure of figures) assert.equal((figure.parentNode as Html.Element).tagName, "div");
  assert.match(text, /<p>Requests that are answered, over requests that are asked for:<\/p>\s*<figure/);
  assert.match(text, /servers can carry\[fn-synthetic\]|can carry\[fn-synthetic\]/);
  assert.match(text, /<h2 id="throughput">Throughput </);
  assert.match(text, /<a href="\/2012\/03\/11\/message-bus-part-one\.html">the first part<\/a>/);
  assert.doesNotMatch(text, /message-bus-part-two\.js(?!on)/);
  const footer = elements.find(({ tagName }) => tagName === "footer")!;
  assert.equal((footer.parentNode as Html.Element).tagName, "body");
  assert.ok(elements.some((element) => element.tagName === "nav" && value(element, "aria-label") === "Posts"));
});

test("every address of the site leads somewhere, also under a prefix", async () => {
  const prefixed = await build("project", "prefixed", ["--pathprefix", "/blog"]);
  for (const [site, prefix] of [
    [sample, "/"],
    [prefixed, "/blog/"],
  ] as const) {
    const there = new Set(filesIn(site));
    const expected = new Set(["/2012/03/11/message-bus-part-one.html", "/2012/03/14/wire-format.html"]);
    for (const { path, elements } of pagesIn(site)) {
      for (const element of elements) {
        for (const name of ["href", "src"]) {
          const address = value(element, name);
          if (address === undefined || /^(?:https:|#)/.test(address)) continue;
          assert.ok(address.startsWith(prefix), `${path}: ${address}`);
          const file = decodeURIComponent(address.slice(prefix.length - 1)).replace(/#.*/, "");
          assert.ok(there.has(file.replace(/\/$/, "/index.html")) || expected.has(file), `${path}: ${address}`);
        }
        const chart = value(element, "data-chart");
        if (chart === undefined) continue;
        const { data } = JSON.parse(chart) as { data: string };
        assert.ok(data.startsWith(prefix) && there.has(data.slice(prefix.length - 1)), `${path}: ${data}`);
      }
    }
  }
});

test("the same input gives the same bytes, wherever and whenever that is", async () => {
  const elsewhere = join(folder, "elsewhere");
  cpSync(join(import.meta.dirname, "project"), elsewhere, {
    recursive: true,
    filter: (path) => !/[\\/](?:\.cache|\.eleventy\.js)$/.test(path),
  });
  const config = join(import.meta.dirname, "..", "..", ".eleventy.js");
  writeFileSync(join(elsewhere, ".eleventy.js"), `export { default } from ${JSON.stringify(config)};\n`);
  writeFileSync(join(elsewhere, "package.json"), '{ "type": "module" }');
  writeFileSync(join(elsewhere, "clock.mjs"), clock);
  const env = {
    NODE_OPTIONS: `--import=${pathToFileURL(join(elsewhere, "clock.mjs")).href}`,
    TZ: "Pacific/Kiritimati",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
    UV_THREADPOOL_SIZE: "1",
  };
  const { code, stderr } = await benchpost(["build", "--quiet"], { cwd: elsewhere, env });
  assert.equal(code, 0, stderr);
  const again = join(elsewhere, "_site");
  assert.deepEqual(filesIn(again), filesIn(sample));
  for (const file of filesIn(sample)) {
    assert.ok(readFileSync(join(sample, file)).equals(readFileSync(join(again, file))), file);
  }
});

/** Some years later, at another time of the day. */
const clock = `
const late = 1234 * 86_400_000 + 40_000_000;
const Now = Date;
globalThis.Date = class Date extends Now {
  constructor(...at) {
    super(...(at.length === 0 ? [Now.now() + late] : at));
  }
  static now() {
    return Now.now() + late;
  }
};
`;

test("nothing that an author or a dataset says becomes code", async () => {
  for (const { path, elements, text, faults } of pagesIn(await build("hostile", "hostile"))) {
    assert.deepEqual(faults, [], path);
    assert.ok(!text.includes("49"), path);
    for (const element of elements) {
      assert.ok(
        !element.attrs.some(({ name }) => name.startsWith("on") || name === "style"),
        `${path}: ${element.tagName}`,
      );
      assert.ok(!/^javascript:/i.test(value(element, "href") ?? ""), `${path}: ${value(element, "href")}`);
      if (element.tagName !== "script" || value(element, "type") === "application/ld+json") continue;
      assert.match(value(element, "src") ?? "", /^\/assets\//, path);
    }
  }
});
