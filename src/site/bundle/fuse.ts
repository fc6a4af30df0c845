import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import { bundle, type Bundled, entryOf, folder, type Outputs } from "./run.ts";

/**
 * Asks V8 to compile all functions while the file is read, in a thread of its own: by itself it compiles each as it is first called,
 * and the first chart's tasks take several times as long. https://v8.dev/blog/explicit-compile-hints
 */
const AT_ONCE = "//# allFunctionsCalledOnLoad\n";

/**
 * Bundles a module so that a browser loads all at once that it needs at once: one file, from which the files that it imports
 * on need take what they share with it. esbuild would cut out what any of them shares with it, into many small
 * files: found one journey later, each with a cost of its own, and together a twelfth longer when packed.
 * What is bundled here is therefore esbuild's output once more. The files name each other, so all have one hash of them all.
 */
export async function bundleFused(entry: string, options: BuildOptions): Promise<Bundled> {
  const esm = { format: "esm", splitting: true, entryNames: "[name]", chunkNames: "[name]-[hash]" } as const;
  const split = await bundle({ entryPoints: [entry], ...esm, ...options });
  const first = entryOf(split.metafile, entry);
  const later = Object.entries(split.metafile.outputs)
    .filter(([path, { entryPoint }]) => entryPoint !== undefined && basename(path) !== first)
    .map(([path]) => basename(path));
  const fused = await bundle({ entryPoints: [first, ...later], ...esm, plugins: [fuse(split, first)] });
  const texts = fused.outputFiles.map(({ path, text }) => [basename(path), text] as const);
  const named = withHash(texts.map(([name, text]) => [name, name === first ? AT_ONCE + text : text]));
  const files = [...named].map(([, { name, content }]) => ({
    path: `${folder}/${name}`,
    content: Buffer.from(content),
  }));
  return { entry: `${folder}/${named.get(first)!.name}`, files };
}

/** Reads the files of a bundle; the first and those that it imports at once become one. */
function fuse({ metafile, outputFiles }: Outputs, first: string): Plugin {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const imports = (name: string): string[] =>
    outputs.get(name)!.imports.flatMap(({ kind, path }) => (kind === "import-statement" ? basename(path) : []));
  const together = new Set([first]);
  for (const name of together) for (const one of imports(name)) together.add(one);
  const shared = new Set(
    [...outputs.keys()].flatMap((name) => (together.has(name) ? [] : imports(name).filter((one) => together.has(one)))),
  );
  const numbers = new Map([...shared].map((name, number) => [name, number]));
  const exported = (name: string, write: (one: string, unique: string) => string): string =>
    `export { ${outputs
      .get(name)!
      .exports.map((one) => write(one, `${one}_${numbers.get(name)}`))
      .join(", ")} }`;

  return {
    name: "fuse",
    setup(bundler) {
      bundler.onResolve({ filter: /^/ }, ({ kind, path, importer, namespace }) => {
        const name = basename(path);
        if (kind === "dynamic-import" || namespace === "shared") return { path: `./${name}`, external: true };
        // each file that comes later looks it up for itself: a module for all of them would become a file of its own
        if (importer !== "" && together.has(name) && !together.has(importer))
          return { path: name, suffix: `?${importer}`, namespace: "shared" };
        return { path: name, namespace: "split" };
      });
      bundler.onLoad({ filter: /^/, namespace: "split" }, ({ path }) => {
        const more = [...shared].map(
          (name) => `${exported(name, (one, unique) => `${one} as ${unique}`)} from "./${name}";`,
        );
        return { contents: texts.get(path)! + (path === first ? more.join("\n") : "") };
      });
      bundler.onLoad({ filter: /^/, namespace: "shared" }, ({ path }) => ({
        contents: `${exported(path, (one, unique) => `${unique} as ${one}`)} from "./${first}";`,
      }));
    },
  };
}

/** Names with one hash of all texts, and the texts with these names in them. */
function withHash(
  files: readonly (readonly [name: string, text: string])[],
): Map<string, { readonly name: string; readonly content: string }> {
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 8).toUpperCase();
  // esbuild's own hash stays in the names that would be one without it
  const plain = (name: string): string => name.replace(/^(?!chunk-)(.*?)(-[0-9A-Z]{8})?\.js$/, "$1.js");
  const names = files.map(([name]) => [name, plain(name).replace(/\.js$/, `-${hash}.js`)] as const);
  const renamed = (text: string): string =>
    names.reduce((all, [before, after]) => all.replaceAll(`"./${before}"`, `"./${after}"`), text);
  return new Map(files.map(([name, text], i) => [name, { name: names[i]![1], content: renamed(text) }]));
}
