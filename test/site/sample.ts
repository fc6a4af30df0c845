import { join } from "node:path";
import type { SiteFile } from "../../src/site/files.ts";
import { makeSite, type MadeSite } from "../../src/site/make.ts";
import { readSettings, type Surroundings } from "../../src/site/settings.ts";
import { readText } from "../../src/site/project.ts";

/** A project with every kind of page; all its figures are synthetic. */
export const sampleRoot = join(import.meta.dirname, "project");

/** Its site, made without Eleventy: everything but the layouts. */
export function makeSample(surroundings: Surroundings = {}): Promise<MadeSite> {
  const source = { file: "site.json", text: readText(sampleRoot, "site.json")! };
  return makeSite(sampleRoot, readSettings(source, surroundings).site);
}

/** The bytes of any file of a made site. */
export async function bytesOf(site: MadeSite, path: string): Promise<Buffer> {
  return Buffer.from(await contentOf(site, path));
}

/** A text file of a made site that is made at once. */
export function textOf(site: MadeSite, path: string): string {
  const content = contentOf(site, path);
  if (content instanceof Promise) throw new Error(`${path} is no text`);
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function contentOf({ files }: MadeSite, path: string): ReturnType<Exclude<SiteFile["content"], string | Uint8Array>> {
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`the site has no ${path}`);
  return typeof file.content === "function" ? file.content() : file.content;
}
