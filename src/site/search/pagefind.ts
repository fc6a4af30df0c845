import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import type { SiteFile } from "../files.ts";

/** A page as the indexer sees it: where it is, without the path prefix, and what can be found there. */
export interface SearchPage {
  readonly path: string;
  readonly html: string;
}

/** Pagefind's program for this machine; it is a package of its own, which npm leaves out where there is none. Null then. */
export function pagefindProgram(): string | null {
  const given = process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
  if (given) return given;
  const [platform, ending] = process.platform === "win32" ? ["windows", ".exe"] : [process.platform, ""];
  try {
    const { resolve } = createRequire(import.meta.resolve("pagefind"));
    return resolve(`@pagefind/${platform}-${process.arch}/bin/pagefind_extended${ending}`);
  } catch {
    return null;
  }
}

/** What browsers need of what Pagefind writes; the rest is interfaces that nobody here uses, and words' stems of no language. */
const needed =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|wasm\.(?!unknown\.)[\w-]+\.pagefind|.*\.pf_(?:meta|index|filter|fragment))$/;

/** Milliseconds after which a program that says nothing is taken for dead: Pagefind's own code would wait for ever. */
const PATIENCE = 120_000;

/**
 * The index of a site's pages, and the code that searches it, as files under a folder. Pages are given one after the other,
 * so that the same pages are the same bytes. Throws where the indexer does not run.
 */
export async function indexPages(pages: readonly SearchPage[], language: string, folder: string): Promise<SiteFile[]> {
  // a program that does not run is noticed here, because Pagefind's own code would not say so
  await promisify(execFile)(pagefindProgram() ?? "", ["--version"]);
  const { createIndex, close } = await import("pagefind");
  try {
    const { index, errors } = await answered(createIndex({ forceLanguage: language }));
    if (!index) throw new Error(errors.join("; "));
    for (const { path, html } of pages) {
      const added = await answered(index.addHTMLFile({ url: path, content: html }));
      if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join("; ")}`);
    }
    const { files } = await answered(index.getFiles());
    return files
      .filter(({ path }) => needed.test(path))
      .map(({ path, content }) => ({ path: folder + path, content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

async function answered<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("Pagefind does not answer")), PATIENCE);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
