import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after } from "node:test";
import { projectSite, type Site, type SiteOptions } from "./site.ts";

const repository = join(import.meta.dirname, "..", "..");

const roots: string[] = [];
after(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** A site of one post and its dataset: what the samples do not have. The folder goes when the tests end. */
export function madeSite(dataset: object, text: string, options: SiteOptions = {}): Promise<Site> {
  const root = mkdtempSync(join(tmpdir(), "benchpost-made-"));
  roots.push(root);
  const files = {
    ".eleventy.js": `export { default } from ${JSON.stringify(join(repository, ".eleventy.js"))};\n`,
    "package.json": '{ "type": "module" }',
    "site.json": '{ "title": "Site", "url": "https://example.org" }',
    "data/made.json": JSON.stringify({ schema: "benchpost/1", title: "Synthetic", ...dataset }),
    "posts/2026-01-01-made.md": `---\ntitle: Made\nsummary: Synthetic.\n---\n\n${text}\n`,
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return projectSite(relative(repository, root), options);
}

/** The address of its post. */
export const madePost = "/2026/01/01/made.html";
