import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchpost } from "../test/cli/program.ts";
import { articleText, chartSpecs } from "./article.ts";
import { syntheticDataset } from "./synthetic.ts";

const root = join(import.meta.dirname, "..");
/** Whatever is drawn by lot in the article and its data begins here. */
export const seed = 20121123;

export interface Built {
  readonly project: string;
  readonly folder: string;
  /** Path of the article in the site. */
  readonly article: string;
  readonly seconds: number;
}

/** Writes the synthetic project and builds it as an author would. */
export async function buildSynthetic(): Promise<Built> {
  const project = join(root, ".cache", "bench", "project");
  rmSync(project, { recursive: true, force: true });
  const files: Readonly<Record<string, string>> = {
    ".eleventy.js": 'export { default } from "../../../.eleventy.js";\n',
    "package.json": '{ "type": "module" }\n',
    "site.json": '{ "title": "Synthetic", "url": "https://example.org" }\n',
    "posts/2026-01-01-synthetic.md": articleText(seed),
    "data/synthetic.json": JSON.stringify(syntheticDataset(seed, chartSpecs())),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(project, file, ".."), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const began = performance.now();
  const { code, stderr } = await benchpost(["build"], { cwd: project });
  if (code !== 0) throw new Error(`the synthetic article does not build:\n${stderr}`);
  const seconds = (performance.now() - began) / 1000;
  const folder = join(project, "_site");
  return { project, folder, article: "/2026/01/01/synthetic.html", seconds };
}
