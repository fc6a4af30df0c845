import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Bundles are in folders of this one: two deep in the package, as sources are and as they expect. */
const folder = join(root, ".cache");

/** Milliseconds by which the times of files may be behind; those of the oldest file systems tick each two seconds. */
const CLOCK = 3000;

/** The entries of the program, by source: what they share is loaded once, and what a command needs alone only by that command. */
export const entries = ["src/cli/main.ts", "src/cli/live/worker.ts", "src/site/plugin.ts"];

/** How esbuild makes the program for Node; packages stay outside. */
export const shape = {
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
};

/**
 * Imports a TypeScript module with all of its own graph, bundled by esbuild. Each call sees the files as they are now, which is what
 * reloads code in watch mode: a bundle lies in a folder whose name is the hash of its content, so that an unchanged graph is also the same
 * module. The published package has no sources; there it imports what bin/compile.js made of them.
 */
export async function load(entry) {
  const name = basename(entry, ".ts");
  if (!existsSync(join(root, "src"))) {
    return import(pathToFileURL(join(root, "dist", "node", `${name}.js`)).href);
  }
  const all = entries.includes(entry) ? entries : [entry];
  return import(pathToFileURL(join(known(all) ?? (await bundle(all)), `${name}.mjs`)).href);
}

/** The bundle that was made of the same sources, as a list beside it says; null where there is none. */
function known(all) {
  try {
    const list = JSON.parse(readFileSync(listOf(all), "utf8"));
    const made = join(folder, list.name);
    if (!isWhole(list.name, list.files)) return null;
    if (list.inputs.every(isUntouched)) return made;
    const inputs = list.inputs.map(([input]) => input);
    if (digestOf(inputs) !== list.digest) return null;
    write(listOf(all), JSON.stringify({ ...list, inputs: withStamps(inputs) }));
    return made;
  } catch {
    // no list, or half of one
    return null;
  }
}

async function bundle(all) {
  const { buildSync } = await import("esbuild");
  const began = Date.now();
  const { outputFiles, metafile } = buildSync({
    ...shape,
    entryPoints: all.map((entry) => join(root, entry)),
    outExtension: { ".js": ".mjs" },
    // as deep as the folder will be
    outdir: join(folder, "new"),
    // for stacks alone: Node would read maps that the code names at each start
    sourcemap: "external",
    sourcesContent: false,
    define: { BENCHPOST_ROOT: JSON.stringify(root) },
    metafile: true,
    absWorkingDir: root,
    write: false,
    logLevel: "silent",
  });
  const made = outputFiles.map(({ path, contents }) => [basename(path), contents]);
  const code = made.filter(([file]) => file.endsWith(".mjs"));
  const name = nameOf(code);
  const files = code.map(([file]) => file);
  if (!isWhole(name, files)) replace(join(folder, name), made);
  forgetOld(name);
  const inputs = withSettings(Object.keys(metafile.inputs));
  // what somebody has written since may not be what was bundled
  if (!inputs.some((input) => changedAfter(input, began))) {
    write(listOf(all), JSON.stringify({ name, files, inputs: withStamps(inputs), digest: digestOf(inputs) }));
  }
  return join(folder, name);
}

function listOf([first]) {
  return join(folder, `code-${first.replaceAll("/", "-")}.json`);
}

/** Whether a folder holds the files of which its name is the hash. */
function isWhole(name, files) {
  try {
    return nameOf(files.map((file) => [file, readFileSync(join(folder, name, file))])) === name;
  } catch {
    return false;
  }
}

function nameOf(code) {
  const hash = createHash("sha256");
  for (const [file, content] of code) hash.update(`\0${file}\0${content.length}\0`).update(content);
  return `code-${hash.digest("hex").slice(0, 16)}`;
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

/** How the file system knows files: whoever changes one changes a part of this. Those that were written just now may yet be without it. */
function withStamps(inputs) {
  const now = Date.now();
  return inputs.map((input) => {
    const stamp = stampOf(input);
    return stamp !== null && now - Math.max(stamp[2], stamp[3]) < CLOCK ? [input] : [input, stamp];
  });
}

function isUntouched([input, stamp]) {
  return stamp !== undefined && JSON.stringify(stamp) === JSON.stringify(stampOf(input));
}

function stampOf(input) {
  const stat = statSync(join(root, input), { throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs] : null;
}

function changedAfter(input, time) {
  const stats = statSync(join(root, input), { throwIfNoEntry: false });
  return stats !== undefined && stats.mtimeMs > time - 100;
}

/** A folder of files, whole or not at all: another process may be about to read the same. */
function replace(made, files) {
  const part = `${made}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  for (const [file, content] of files) writeFileSync(join(part, file), content);
  rmSync(made, { recursive: true, force: true });
  try {
    renameSync(part, made);
  } catch (error) {
    // another process made the same meanwhile
    if (!existsSync(made)) throw error;
    rmSync(part, { recursive: true });
  }
}

/** By renaming, for the same reason. */
function write(file, content) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, content);
  renameSync(part, file);
}

/** Bundles of more than a day ago: whoever still wanted one would make it again. A disk's clock may be another one. */
function forgetOld(name) {
  const now = statSync(join(folder, name)).mtimeMs;
  for (const other of readdirSync(folder).filter((one) => one.startsWith("code-"))) {
    const made = join(folder, other);
    const stats = statSync(made, { throwIfNoEntry: false });
    if (stats && now - stats.mtimeMs > 24 * 3600 * 1000) rmSync(made, { recursive: true, force: true });
  }
}
