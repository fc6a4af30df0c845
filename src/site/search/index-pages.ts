import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { workOf, type Work } from "../thread.ts";
import { pack, type PackedFile } from "./pack.ts";
import { pagefindProgram } from "./pagefind.ts";

/** A page as the indexer sees it: where it is, without the path prefix, and what can be found there. */
export interface SearchPage {
  readonly path: string;
  readonly html: string;
}

/** Pages of one language. */
export interface SearchPages {
  readonly pages: readonly SearchPage[];
  readonly language: string;
}

/**
 * The index as one piece of bytes, made on a thread: the program is given pages and gives files, in some hundreds of messages, and each would
 * wait while this thread makes the site.
 */
export const indexing: Work<SearchPages, Uint8Array> = workOf(import.meta.url, "index", async (all) =>
  pack(await indexPages(all, "")),
);

/** What browsers need of what Pagefind writes, beside the code for languages; the rest is interfaces that nobody here uses. */
const needed = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_(?:meta|index|filter|fragment))$/;

/** Milliseconds after which a program that says nothing is taken for dead: Pagefind's own code would wait for ever. */
const PATIENCE = 120_000;

/** Pages that the program is given at once, so that it need not wait for the next one. */
const AT_ONCE = 64;

/**
 * The index of a site's pages, and the code that searches it, as files under a folder. The program takes pages in the order in
 * which they are given, so that the same pages are the same bytes. Throws where it does not run.
 */
export async function indexPages({ pages, language }: SearchPages, folder: string): Promise<PackedFile[]> {
  // a program that does not run is noticed here, because Pagefind's own code would not say so
  await promisify(execFile)(pagefindProgram() ?? "", ["--version"]);
  const { createIndex, close } = await import("pagefind");
  try {
    // words have the same stems in every country
    const forceLanguage = new Intl.Locale(language).language;
    const { index, errors } = await answered(createIndex({ forceLanguage }));
    if (!index) throw new Error(errors.join("; "));
    for (let at = 0; at < pages.length; at += AT_ONCE) {
      const some = pages.slice(at, at + AT_ONCE);
      const added = await answered(
        Promise.all(some.map(({ path, html }) => index.addHTMLFile({ url: path, content: html }))),
      );
      const faults = added.flatMap((one) => one.errors);
      if (faults.length > 0) throw new Error(faults.join("; "));
    }
    const { files } = await answered(index.getFiles());
    const code = codeOf(files.find(({ path }) => path === "pagefind-entry.json")!.content);
    return files
      .filter(({ path }) => needed.test(path) || code.has(path))
      .map(({ path, content }) => ({ path: folder + path, content }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

/** The files of compiled code that the index names: for a language whose words it cannot bring to their stems, that of none. */
function codeOf(entry: Uint8Array): ReadonlySet<string> {
  const { languages } = JSON.parse(new TextDecoder().decode(entry)) as {
    languages: Record<string, { readonly wasm: string | null }>;
  };
  return new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? "unknown"}.pagefind`));
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
