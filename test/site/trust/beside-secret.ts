import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Project } from "../../../src/site/project.ts";
import { readSettings } from "../../../src/site/settings.ts";
import { temporaryFolder } from "../../cli/effects.ts";

export const { site } = readSettings({ file: "site.json", text: '{"url": "https://x.example"}' });

/** A project of one post, and beside it a file that must never be published. */
export function projectBesideSecret(t: TestContext): { readonly root: string; readonly secret: string } {
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

/** The text of a post: `more` is front matter. */
export function post(body: string, more = ""): string {
  return `---\ntitle: First\nsummary: One.\n${more}---\n\n${body}`;
}

/** File and code of each problem of a project. */
export function said(project: Project): string[] {
  return project.diagnostics.map(({ file, code }) => `${file} ${code}`);
}
