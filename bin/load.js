import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, ".cache", "code");

/** Milliseconds by which the times of files may be behind. */
const CLOCK = 100;

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
  return import(pathToFileURL(known(entry) ?? (await bundle(entry))).href);
}

/** The bundle that was made of the same sources, as a list beside it says; null where there is none. */
function known(entry) {
  try {
    const { name, inputs, digest } = JSON.parse(readFileSync(listOf(entry), "utf8"));
    const file = join(folder, name);
    return digest === digestOf(inputs) && name === nameOf(readFileSync(file)) ? file : null;
  } catch {
    // no list, or half of one
    return null;
  }
}

async function bundle(entry) {
  const { buildSync } = await import("esbuild");
  const began = Date.now();
  const { outputFiles, metafile } = buildSync({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    define: { BENCHPOST_ROOT: JSON.stringify(root) },
    metafile: true,
    absWorkingDir: root,
    write: false,
    outfile: "bundle.mjs",
    logLevel: "silent",
  });
  const code = outputFiles[0].contents;
  const name = nameOf(code);
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file) || nameOf(readFileSync(file)) !== name) {
    write(file, code);
    forgetOld(file);
  }
  const inputs = withSettings(Object.keys(metafile.inputs));
  const digest = digestOf(inputs);
  // what somebody has written since may not be what was bundled
  if (!inputs.some((input) => changedAfter(input, began - CLOCK))) {
    write(listOf(entry), JSON.stringify({ name, inputs, digest }));
  }
  return file;
}

function listOf(entry) {
  return join(folder, `${entry.replaceAll("/", "-")}.json`);
}

function nameOf(code) {
  return `${createHash("sha256").update(code).digest("hex").slice(0, 16)}.mjs`;
}

/** What a bundle is made from besides its modules: how it is made, and how they are to be read. */
function withSettings(modules) {
  const settings = [...new Set(modules.map(dirname))].map((one) => join(one, "tsconfig.json"));
  const own = relative(root, fileURLToPath(import.meta.url));
  const packages = ["package.json", join("node_modules", "esbuild", "package.json")];
  return [...modules, own, "tsconfig.base.json", ...packages, ...settings];
}

/** A hash of files, and of which of them are not there. */
function digestOf(inputs) {
  const hash = createHash("sha256").update(root);
  for (const input of inputs) {
    const file = join(root, input);
    const text = existsSync(file) ? readFileSync(file) : "";
    hash.update(`\0${input}\0${text.length}\0`).update(text);
  }
  return hash.digest("hex");
}

function changedAfter(input, time) {
  const stats = statSync(join(root, input), { throwIfNoEntry: false });
  return stats !== undefined && stats.mtimeMs > time;
}

/** By renaming: another process may be about to read the same. */
function write(file, content) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, content);
  renameSync(part, file);
}

/** Bundles of more than a day ago: whoever still wanted one would make it again. A disk's clock may be another one. */
function forgetOld(made) {
  const now = statSync(made).mtimeMs;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats && now - stats.mtimeMs > 24 * 3600 * 1000) rmSync(file, { force: true });
  }
}
