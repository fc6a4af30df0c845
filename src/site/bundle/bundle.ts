import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SiteFile } from "../files.ts";
import { isPacked } from "../root.ts";
import { bundleClient } from "./client.ts";
import { readPacked } from "./packed.ts";
import { folder, run, source } from "./run.ts";

/** Scripts and styles as they are published: paths in the site, each with a hash of its content in its name. */
export interface Bundle {
  readonly styles: string;
  /** Module that brings charts to life. */
  readonly script: string;
  /** Classic script for the head: sets the remembered theme before the first paint. */
  readonly theme: string;
  /** Font of the charts, which the first paint needs: most characters of its regular weight. */
  readonly font: string | null;
  readonly icon: string;
  /** Styles of the search, which are loaded when somebody searches. */
  readonly searchStyles: string;
  readonly files: readonly SiteFile[];
}

/** Bundles the styles and the browser's code. The same sources give the same bytes and names. */
export async function bundleAssets(): Promise<Bundle> {
  if (isPacked) return readPacked<Bundle>("site");
  const [styles, script, theme, search] = await Promise.all([
    run(source("site", "styles", "main.css"), { loader: { ".woff2": "file" }, assetNames: "[name]-[hash]" }),
    bundleClient(),
    run(source("client", "theme.ts"), { format: "iife" }),
    run(source("client", "search", "search.css"), {}),
  ]);
  const icon = hashed("icon", ".svg", readFileSync(source("site", "styles", "icon.svg")));
  const files = [...styles.files, ...script.files, ...theme.files, ...search.files, icon];
  const font = fontAmong(files);
  return {
    styles: styles.entry,
    script: script.entry,
    theme: theme.entry,
    font,
    icon: icon.path,
    searchStyles: search.entry,
    files,
  };
}

/** The font that a page with charts needs first, by its path; null where it is not among files. */
export function fontAmong(files: readonly SiteFile[]): string | null {
  return files.find(({ path }) => /inter-400-[0-9A-Z]{8}\.woff2$/.test(path))?.path ?? null;
}

function hashed(name: string, extension: string, content: Uint8Array): SiteFile {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  return { path: `${folder}/${name}-${hash}${extension}`, content };
}
