import { basename, join, resolve } from "node:path";
import type { BuildOptions, BuildResult } from "esbuild";
import type { SiteFile } from "../files.ts";
import { packageRoot } from "../root.ts";

/** Where scripts and styles lie in the site. */
export const folder = "/assets";

/** A bundle's first file, and all of them: paths in the site. */
export interface Bundled {
  readonly entry: string;
  readonly files: readonly SiteFile[];
}

/** A source of this package, absolute. */
export function source(...path: string[]): string {
  return join(packageRoot, "src", ...path);
}

/** Bundles a source for browsers into files with a hash of their content in their names. */
export async function run(entry: string, options: BuildOptions): Promise<Bundled> {
  const result = await bundle({
    entryPoints: [entry],
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    ...options,
  });
  const files = result.outputFiles.map(({ path, contents }) => ({
    path: `${folder}/${basename(path)}`,
    content: contents,
  }));
  return { entry: `${folder}/${entryOf(result.metafile, entry)}`, files };
}

/** What a bundle is, before it becomes files of a site. */
export type Outputs = BuildResult<{ metafile: true; write: false }>;

/** Bundles for the browsers that we know. The published package has no esbuild: there everything is bundled already. */
export async function bundle(options: BuildOptions): Promise<Outputs> {
  const { build } = await import("esbuild");
  return build({
    absWorkingDir: packageRoot,
    outdir: "assets",
    bundle: true,
    minify: true,
    legalComments: "none",
    target: ["es2022", "chrome111", "firefox113", "safari16.4"],
    logLevel: "silent",
    ...options,
    metafile: true,
    write: false,
  });
}

/** Name of the file that an entry became. What is imported on need is an entry as well, and may come first. */
export function entryOf({ outputs }: Outputs["metafile"], entry: string): string {
  const found = Object.entries(outputs).find(
    ([, { entryPoint }]) => entryPoint !== undefined && resolve(packageRoot, entryPoint) === entry,
  );
  return basename(found![0]);
}
