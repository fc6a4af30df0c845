import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { BuildOptions, BuildResult } from "esbuild";
import type { SiteFile } from "../files.ts";
import { isPacked, packageRoot } from "../root.ts";
import { leanChartPlugin } from "./lean-chart.ts";
import { readPacked } from "./packed.ts";

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

const folder = "/assets";

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

/** The code that brings charts to life. */
export function bundleClient(): Promise<Bundled> {
  return run(source("client", "main.ts"), {
    format: "esm",
    splitting: true,
    alias: { "@kurkle/color": source("client", "no-colour.ts") },
    plugins: [leanChartPlugin],
  });
}

/** The font that a page with charts needs first, by its path; null where it is not among files. */
export function fontAmong(files: readonly SiteFile[]): string | null {
  return files.find(({ path }) => /inter-400-[0-9A-Z]{8}\.woff2$/.test(path))?.path ?? null;
}

/** A source of this package, absolute. */
export function source(...path: string[]): string {
  return join(packageRoot, "src", ...path);
}

function hashed(name: string, extension: string, content: Uint8Array): SiteFile {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  return { path: `${folder}/${name}-${hash}${extension}`, content };
}

/** A bundle's first file, and all of them: paths in the site. */
export interface Bundled {
  readonly entry: string;
  readonly files: readonly SiteFile[];
}

/** Bundles a source for browsers. The published package has no esbuild: there it is bundled already. */
export async function run(entry: string, options: BuildOptions): Promise<Bundled> {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: packageRoot,
    outdir: "assets",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    minify: true,
    legalComments: "none",
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    metafile: true,
    write: false,
    logLevel: "silent",
    ...options,
  });
  return { entry: entryOf(result, entry), files: filesOf(result) };
}

/** What is imported on need is an entry as well, and may come first. */
function entryOf({ metafile }: BuildResult, entry: string): string {
  const found = Object.entries(metafile!.outputs).find(
    ([, { entryPoint }]) => entryPoint !== undefined && resolve(packageRoot, entryPoint) === entry,
  );
  return `${folder}/${basename(found![0])}`;
}

function filesOf({ outputFiles }: BuildResult): SiteFile[] {
  return outputFiles!.map(({ path, contents }) => ({ path: `${folder}/${basename(path)}`, content: contents }));
}
