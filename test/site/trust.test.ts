import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { suite, test, type TestContext } from "node:test";
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { XMLValidator } from "fast-xml-parser";
import { hostileText } from "../../fuzz/hostile.ts";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { scanTags } from "../../src/site/html/tags.ts";
import { makeSite } from "../../src/site/make.ts";
import { loadSanitiser } from "../../src/site/markdown/sanitise/sanitiser.ts";
import { attachments } from "../../src/site/posts/attachments.ts";
import { refusedFiles } from "../../src/site/posts/refused.ts";
import { resolveAddress } from "../../src/site/posts/resolve.ts";
import { type Project, readProject } from "../../src/site/project.ts";
import { readSettings } from "../../src/site/settings.ts";
import { SourceError } from "../../src/source/error.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { benchpost } from "../cli/program.ts";

const { site } = readSettings({ file: "site.json", text: '{"url": "https://x.example"}' });
const sanitiser = await loadSanitiser();
const repository = join(import.meta.dirname, "..", "..");

/** A project of one post, and beside it a file that must never be published. */
function projectBesideSecret(t: TestContext): { readonly root: string; readonly secret: string } {
  const folder = temporaryFolder(t);
  const root = join(folder, "project");
  const secret = join(folder, "secret.txt");
  mkdirSync(join(root, "posts", "2026-01-01-first"), { recursive: true });
  mkdirSync(join(root, "data"));
  mkdirSync(join(root, "assets"));
  writeFileSync(secret, "SECRET");
  writeFileSync(join(root, "posts/2026-01-01-first/index.md"), post("Here.\n"));
  writeFileSync(join(root, "site.json"), '{"url": "https://x.example"}');
  return { root, secret };
}

function post(body: string, more = ""): string {
  return `---\ntitle: First\nsummary: One.\n${more}---\n\n${body}`;
}

function said(project: Project): string[] {
  return project.diagnostics.map(({ file, code }) => `${file} ${code}`);
}

suite("links that lead out of a project", () => {
  test("posts, datasets, assets and raw data refuse them", (t) => {
    const { root, secret } = projectBesideSecret(t);
    symlinkSync(secret, join(root, "posts/2026-01-02-second.md"));
    symlinkSync(secret, join(root, "data/first.json"));
    symlinkSync(secret, join(root, "assets/a.txt"));
    symlinkSync(join(root, ".."), join(root, "assets/all"));
    assert.deepEqual(said(readProject(root, site)), [
      "assets/a.txt outside-project",
      "assets/all outside-project",
      "data/first.json outside-project",
      "posts/2026-01-02-second.md outside-project",
    ]);
  });

  test("raw data that are published refuse them", (t) => {
    const { root } = projectBesideSecret(t);
    const dataset = {
      schema: "benchpost/1",
      title: "T",
      x: { name: "x", unit: "1" },
      metrics: { m: { unit: "s" } },
      series: [{ id: "a", x: [1], values: { m: { mean: [1] } } }],
      publish_raw: true,
    };
    writeFileSync(join(root, "data/first.json"), JSON.stringify(dataset));
    mkdirSync(join(root, "data/raw"));
    symlinkSync(join(root, ".."), join(root, "data/raw/first"));
    assert.deepEqual(said(readProject(root, site)), ["data/raw/first outside-project"]);
  });

  test("a file beside a post is not published through one", (t) => {
    const { root, secret } = projectBesideSecret(t);
    const folder = join(root, "posts/2026-01-01-first");
    symlinkSync(secret, join(folder, "secret.txt"));
    symlinkSync(join(root, ".."), join(folder, "up"));
    writeFileSync(join(root, ".env"), "SECRET");
    symlinkSync(join(root, ".env"), join(folder, "keys.txt"));
    writeFileSync(join(folder, "index.md"), post("[a](secret.txt) ![b](up/secret.txt) ![c](keys.txt)\n"));
    assert.deepEqual(attachments(readProject(root, site)), []);
  });

  test("those that stay inside are files like others", (t) => {
    const { root } = projectBesideSecret(t);
    writeFileSync(join(root, "posts/_draft.md"), post("Text.\n"));
    symlinkSync("_draft.md", join(root, "posts/2026-01-03-third.md"));
    const project = readProject(root, site);
    assert.deepEqual(said(project), []);
    assert.equal(project.posts.length, 2);
  });
});

suite("addresses in texts and front matter", () => {
  test("never name a file outside posts, pages and docs, nor publish one outside the site", (t) => {
    const { root } = projectBesideSecret(t);
    const project = readProject(root, site);
    const entry = project.posts[0]!;
    const piece = fc.oneof(
      fc.constantFrom(
        "..",
        ".",
        "/",
        "%2e%2e",
        "%2F",
        "..%2f",
        "posts",
        "assets",
        "data",
        "secret.txt",
        "\\",
        "?",
        "#",
        "a",
      ),
      hostileText,
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const everything = { ...project, exists: () => true };
        const target = resolveAddress(entry, pieces.join("/"), everything);
        if (target.kind !== "site" || target.attachment === null) return;
        assert.match(target.attachment, /^(?:posts|pages|docs)\//);
        assert.ok(!target.attachment.split("/").includes(".."), target.attachment);
        const path = decodeURIComponent(target.path.replace(/[?#].*$/s, ""));
        assert.ok(!path.split("/").includes(".."), path);
      }),
      { numRuns: 500 },
    );
  });

  test("a dataset's name is no path", (t) => {
    const { root } = projectBesideSecret(t);
    for (const name of ["../secret", "/etc/passwd", "..", "raw/../../secret", "__proto__"]) {
      writeFileSync(join(root, "posts/2026-01-01-first/index.md"), post("Here.\n", `data: ${JSON.stringify(name)}\n`));
      assert.deepEqual(said(readProject(root, site)), ["posts/2026-01-01-first/index.md unknown-dataset"], name);
    }
  });

  test("front matter moves no page, chooses no layout and runs no template", async (t) => {
    const { root } = projectBesideSecret(t);
    writeFileSync(join(root, "package.json"), '{ "type": "module" }');
    writeFileSync(
      join(root, ".eleventy.js"),
      `export { default } from ${JSON.stringify(join(repository, ".eleventy.js"))};\n`,
    );
    const more = [
      "permalink: ../../escaped.html",
      "layout: ../../../../../../etc/hostname",
      "templateEngineOverride: njk",
      "pagination: { data: collections.all, size: 1 }",
      'eleventyComputed: { permalink: "../../escaped.html", layout: "x.html" }',
      "eleventyExcludeFromCollections: true",
    ];
    const body = "{{ 6 * 7 }} <b>{{ range.constructor('return process')().pid }}</b>\n";
    for (const [index, line] of more.entries()) {
      writeFileSync(join(root, `posts/2026-02-0${index + 1}-post.md`), post(body, `${line}\n`));
    }
    // a contribution of posts may not bring code
    writeFileSync(join(root, "posts/posts.11tydata.js"), "throw new Error('code of a post');\n");
    const { code, stderr } = await benchpost(["build"], { cwd: root });
    assert.equal(code, 0, stderr);
    for (const index of more.keys()) {
      const html = readFileSync(join(root, `_site/2026/02/0${index + 1}/post.html`), "utf8");
      assert.ok(html.includes("{{ 6 * 7 }} <b>{{ range.constructor("), more[index]);
    }
    assert.ok(!existsSync(join(root, "..", "escaped.html")));
    assert.deepEqual(readdirSync(join(root, "..")).sort(), ["project", "secret.txt"]);
  });
});

suite("more than anybody reads", () => {
  test("a text of a hundred megabytes and a dataset of five hundred are refused unread", (t) => {
    const { root } = projectBesideSecret(t);
    writeFileSync(join(root, "posts/2026-01-02-second.md"), "");
    truncateSync(join(root, "posts/2026-01-02-second.md"), 100e6);
    writeFileSync(join(root, "data/first.json"), "");
    truncateSync(join(root, "data/first.json"), 500e6);
    const { diagnostics } = readProject(root, site);
    assert.deepEqual(
      diagnostics.map(({ file, code, fact }) => [file, code, fact]),
      [
        ["data/first.json", "too-large", "the file has 500 MB"],
        ["posts/2026-01-02-second.md", "too-large", "the file has 100 MB"],
      ],
    );
  });

  test("ten thousand series are refused with their number", () => {
    const series = Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      x: [1],
      values: { m: { mean: [1] } },
    }));
    const text = JSON.stringify({
      schema: "benchpost/1",
      title: "T",
      x: { name: "x", unit: "1" },
      metrics: { m: { unit: "s" } },
      series,
    });
    assert.throws(
      () => parseDataset({ file: "data/x.json", text }, "x"),
      (error) => error instanceof SourceError && /10000 series|10 000 series/.test(error.diagnostics[0]!.fact),
    );
  });
});

test("where HTML is sanitised, no file that browsers run comes in beside a post or among raw data", (t) => {
  const { root } = projectBesideSecret(t);
  const folder = join(root, "posts/2026-01-01-first");
  const good =
    '<svg xmlns="http://www.w3.org/2000/svg"><a href="/x"><image href="data:image/png;base64,AA"/><text>t</text></a></svg>';
  writeFileSync(join(folder, "good.svg"), good);
  writeFileSync(join(folder, "data.csv"), "=1,<script>hacked()</script>");
  for (const [name, content] of [
    ["a.html", "x"],
    ["b.JS", "x"],
    ["c.svg", "<svg><script>hacked()</script></svg>"],
    ["d.svg", "<svg onload='hacked()'/>"],
    ["e.svg", '<svg><a xlink:href=" java\nscript:hacked()"/></svg>'],
    ["f.svg", "<svg:svg><svg:script/></svg:svg>"],
    ["g.svg", '<svg><use href="data:image/svg+xml,x"/></svg>'],
  ] as const) {
    writeFileSync(join(folder, name), content);
  }
  const refused = (html: string): string[] => {
    const settings = readSettings({ file: "site.json", text: JSON.stringify({ url: "https://x.example", html }) });
    return refusedFiles(readProject(root, settings.site, undefined, undefined, sanitiser)).map(
      ({ file, code }) => `${file.slice(file.lastIndexOf("/") + 1)} ${code}`,
    );
  };
  assert.deepEqual(refused("all"), []);
  assert.deepEqual(
    refused("sanitised"),
    "a.html b.JS c.svg d.svg e.svg f.svg g.svg".split(" ").map((name) => `${name} file-refused`),
  );
});

test("every file that is made of hostile data is what its name says, and nothing more", async () => {
  const root = join(import.meta.dirname, "hostile");
  const made = await makeSite(root, site);
  const kinds = new Map<string, number>();
  const cells: string[] = [];
  for (const { path, content, late } of made.files) {
    const kind = extname(path);
    if (path.startsWith("/assets/") || (late && kind === ".png")) continue;
    const bytes = typeof content === "function" ? await content() : content;
    const text = typeof bytes === "string" ? bytes : new TextDecoder().decode(bytes);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (kind === ".json") JSON.parse(text);
    if (kind === ".svg" || kind === ".xml") {
      assert.equal(XMLValidator.validate(text), true, path);
      for (const { name, attributes } of scanTags(text)) {
        assert.ok(!["script", "foreignobject", "iframe"].includes(name), `${path}: <${name}>`);
        assert.ok(!attributes.some((one) => one.name.startsWith("on")), `${path}: <${name}>`);
      }
    }
    if (kind === ".csv") {
      cells.push(...cellsOf(text));
      for (const cell of cells) {
        assert.ok(!/^[=+\-@\t\r]/.test(cell) || Number.isFinite(Number(cell)), `${path}: a formula: ${cell}`);
      }
    }
  }
  for (const kind of [".json", ".svg", ".xml", ".csv"]) assert.ok(kinds.get(kind)! > 0, kind);
  assert.ok(cells.some((cell) => cell.startsWith("'=cmd|")) && cells.some((cell) => cell.startsWith("'=HYPERLINK")));
});

/** What a spreadsheet takes for cells: it knows no comments, and of quotes at the beginning of words it may think what it likes. */
function cellsOf(csv: string): string[] {
  const lines = csv.split("\n");
  const comments = lines.filter((line) => line.startsWith("#"));
  const rows = parse(lines.filter((line) => !line.startsWith("#")).join("\n")) as string[][];
  return [
    ...comments.flatMap((line) => line.split(/[,;\t]/).map((cell) => cell.replace(/^[\s"]+/, ""))),
    ...rows.flat(),
  ];
}
