import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import { visibleFilesIn } from "../files.ts";
import { scanTags, type Tag } from "../html/tags.ts";
import type { Published } from "../charts/published.ts";
import type { Outline } from "../outline.ts";
import { attachedFiles } from "./attachments.ts";

/** What browsers run, or take for a page with code in it, when it is opened by its address. */
const active = new Set(".htm .html .shtml .xht .xhtml .mht .mhtml .js .mjs .cjs .wasm .xml .xsl .xslt .svgz".split(" "));

/** Elements of SVG that run something, hold HTML, or change what a link does. */
const activeSvg = new Set("script foreignobject iframe handler listener set animate animatemotion animatetransform".split(" "));

/**
 * Errors for files that authors bring with their posts and data and that browsers would run as the site's own: where HTML is sanitised,
 * the same must not come in as a file. What lies in `assets/` is its keeper's.
 */
export function refusedFiles(outline: Outline, datasets: readonly Published[]): Diagnostic[] {
  const { root, site } = outline;
  if (site.html === "all") return [];
  const files = [...attachedFiles(outline).values(), ...rawFiles(root, datasets)];
  const help = 'site.json says "html": "sanitised". Publish text, tables or pictures; code may stand in a fence, or in a .txt file.';
  return [...new Set(files)]
    .filter((file) => isActive(root, file))
    .map((file) => diagnose({ file, text: "" }, 0, "file-refused", "browsers would run this file", help));
}

function isActive(root: string, file: string): boolean {
  const extension = extname(file).toLowerCase();
  if (extension !== ".svg") return active.has(extension);
  return scanTags(readFileSync(join(root, file), "utf8")).some(isActiveTag);
}

function isActiveTag({ name, attributes }: Tag): boolean {
  const local = name.slice(name.indexOf(":") + 1);
  return activeSvg.has(local) || attributes.some(({ name: attribute, value }) => attribute.startsWith("on") || isCode(value));
}

/** With white space and control characters, which browsers leave out of an address. */
function isCode(value: string): boolean {
  return /^(?:javascript|vbscript|data:(?!image\/(?:png|jpeg|gif|webp)[;,])):?/i.test(value.replace(/[\s\p{Cc}]/gu, ""));
}

function rawFiles(root: string, datasets: readonly Published[]): string[] {
  return datasets.flatMap(({ name, open }) => {
    const folder = `data/raw/${name}`;
    if (!open || !existsSync(join(root, folder))) return [];
    return visibleFilesIn(join(root, folder)).map((path) => folder + path);
  });
}
