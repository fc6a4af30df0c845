import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { temporaryFolder } from "../cli/effects.ts";
import { makeSite, type MadeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";

function make(t: TestContext, docs: readonly string[], files: Readonly<Record<string, string>>): Promise<MadeSite> {
  const root = temporaryFolder(t);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const text = JSON.stringify({ title: "T", url: "https://example.org/blog/", docs });
  return makeSite(root, readSettings({ file: "site.json", text }).site);
}

const files = {
  "docs/one.md":
    "# The `first`\n\n`new` starts a [post](two.md). More.\n\n## Part\n\nSee [code](../src/a.ts), [two](two.md#there), [conf](hosts/a.conf).\n",
  "docs/two.md": "# Second\n\n## There\n\nAnd [gone](three.md).\n",
  "docs/left-out.md": "# Not on the site\n",
  "docs/hosts/a.conf": "listen\n",
  "src/a.ts": "",
};

test("documents are pages with the way to each other, in the order of site.json", async (t) => {
  const made = await make(t, ["two", "one"], files);
  assert.deepEqual(
    made.pages.filter((path) => path.startsWith("/docs/")),
    ["/docs/index.html", "/docs/two.html", "/docs/one.html"],
  );
  const { title, description, section, page } = made.viewAt("/docs/one.html") as never as {
    title: string;
    description: string;
    section: string;
    page: {
      documents: { href: string; text: string }[];
      sections: { id: string }[];
      before: { text: string };
      next: null;
      bodyHtml: string;
    };
  };
  assert.deepEqual([title, description, section], ["The first · T", "new starts a post.", "docs"]);
  assert.deepEqual(
    page.documents.map(({ href, text }) => [href, text]),
    [
      ["/blog/docs/two.html", "Second"],
      ["/blog/docs/one.html", "The first"],
    ],
  );
  assert.deepEqual([page.sections.map(({ id }) => id), page.before.text, page.next], [["part"], "Second", null]);
  assert.match(
    page.bodyHtml,
    /See code, <a href="\/blog\/docs\/two\.html#there">two<\/a>, <a href="\/blog\/docs\/one\/hosts\/a\.conf">conf<\/a>\./,
  );
  assert.doesNotMatch(page.bodyHtml, /<h1/);
  assert.ok(made.files.some(({ path }) => path === "/docs/one/hosts/a.conf"));
  assert.equal(made.shared.docs, "/blog/docs/");
  assert.deepEqual(
    made.warnings.map(({ file, code, fact }) => [file, code, fact]),
    [["docs/two.md", "dead-link", "three.md leads nowhere"]],
  );
});

test("a site without documents has none of it, and one that is missing is told", async (t) => {
  const made = await make(t, [], files);
  assert.deepEqual([made.shared.docs, made.pages.filter((path) => path.startsWith("/docs/"))], [null, []]);
  await assert.rejects(make(t, ["thre"], files), /docs\/thre\.md:1:1 file-missing: there is no such file/);
});

test("every page says to searchers what it is, also where the author did not", async (t) => {
  const made = await make(t, ["one"], { ...files, "pages/terms.md": "---\ntitle: Terms\n---\n\nBe fair.\n" });
  const silent = made.pages.filter((path) => made.viewAt(path).description === "");
  assert.deepEqual(silent, []);
  assert(made.pages.includes("/terms.html"));
});
