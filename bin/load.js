import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Imports a TypeScript module with all of its own graph, bundled by esbuild (packages stay outside).
 * Each call sees the files as they are now, which is what reloads code in watch mode: the bundle's
 * name carries its hash, so that an unchanged graph is also the same module. The published package
 * has no sources; there it imports what bin/compile.js made of them.
 */
export async function load(entry) {
  if (!existsSync(join(root, "src"))) {
    return import(pathToFileURL(join(root, "dist", "node", `${basename(entry, ".ts")}.js`)).href);
  }
  const { buildSync } = await import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    define: { BENCHPOST_ROOT: JSON.stringify(root) },
    write: false,
    outfile: "bundle.mjs",
    logLevel: "silent",
  });
  const code = outputFiles[0].contents;
  const file = join(root, ".cache", "code", `${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`);
  mkdirSync(dirname(file), { recursive: true });
  if (!statSync(file, { throwIfNoEntry: false })) {
    // by renaming: another process may be about to import the same bundle
    const part = `${file}.${process.pid}`;
    writeFileSync(part, code);
    renameSync(part, file);
    forgetOld(file);
  }
  return import(pathToFileURL(file).href);
}

/** Bundles of more than a day ago: whoever still wanted one would make it again. A disk's clock may be another one. */
function forgetOld(made) {
  const now = statSync(made).mtimeMs;
  for (const name of readdirSync(dirname(made))) {
    const file = join(dirname(made), name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats && now - stats.mtimeMs > 24 * 3600 * 1000) rmSync(file, { force: true });
  }
}
