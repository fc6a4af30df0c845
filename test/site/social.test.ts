import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeSite, type MadeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { makeSample, sampleRoot } from "./sample.ts";

const page = "/2026/11/02/how-many-requests.html";
const picture = "/social/2026/11/02/how-many-requests.png";

function paths({ files }: MadeSite): string[] {
  return files.map(({ path }) => path);
}

test("a post is announced with a picture of its own", async () => {
  const made = await makeSample();
  const { image, blocksHtml } = made.viewAt(page);
  assert.match(image!.url, new RegExp(`${picture}$`));
  assert.deepEqual(image!.size, { width: 1200, height: 630 });
  assert.ok(image!.alt.startsWith("How many"), image!.alt);
  assert.equal((JSON.parse(blocksHtml[0]!) as { image: string }).image, image!.url);
  assert.ok(paths(made).includes(picture));
  assert.ok(paths(made).includes("/social/2026/06/01/short-note.png"), "a post without charts has one too");
});

/** The sample with another line in the front matter of one post. */
async function changed(t: Parameters<typeof temporaryFolder>[0], edit: (text: string) => string): Promise<MadeSite> {
  const root = temporaryFolder(t);
  cpSync(sampleRoot, root, { recursive: true });
  const file = join(root, "posts", "2026-11-02-how-many-requests.md");
  writeFileSync(file, edit(readFileSync(file, "utf8")));
  const settings = { file: "site.json", text: readFileSync(join(root, "site.json"), "utf8") };
  return makeSite(root, readSettings(settings, {}).site);
}

test("the author's own picture wins", async (t) => {
  const made = await changed(t, (text) => text.replace("---\n", "---\nimage: https://example.org/a.png\n"));
  assert.equal(made.viewAt(page).image!.url, "https://example.org/a.png");
  assert.ok(!paths(made).includes(picture));
});

test("a title that the font cannot draw leaves it at the first chart", async (t) => {
  const made = await changed(t, (text) => text.replace(/^title:.*$/m, "title: Сколько запросов"));
  assert.match(made.viewAt(page).image!.url, /\/data\/[\w-]+\/[\w-]+\.png$/);
  assert.ok(!paths(made).includes(picture));
});
