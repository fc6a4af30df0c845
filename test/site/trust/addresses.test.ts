import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import * as fc from "fast-check";
import { hostileText } from "../../../fuzz/hostile.ts";
import { resolveAddress } from "../../../src/site/posts/resolve.ts";
import { readProject } from "../../../src/site/project.ts";
import { benchpost } from "../../cli/program.ts";
import { post, projectBesideSecret, said, site } from "./beside-secret.ts";

const repository = join(import.meta.dirname, "..", "..", "..");

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
