import { createHash } from "node:crypto";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { SiteFile } from "../files.ts";
import type { Outline } from "../outline.ts";
import type { Entry } from "../posts/entry.ts";
import type { Listed } from "../posts/listed.ts";
import type { Project } from "../project.ts";
import { type PackedFile, unpack } from "./pack.ts";
import { partsOf } from "./parts.ts";
import { pagefindMachine, pagefindProgram } from "./pagefind.ts";
import { searchText } from "./text.ts";

/** Where the index lies in the site. */
export const searchFolder = "/search/";

/** The search of a site. */
export interface Search {
  /** Parts of the index; none where pages do not offer it. */
  readonly parts: number;
  readonly warnings: readonly Diagnostic[];
  /** The index and what reads it, made in a process of its own; none where no search is offered. Fails where that does not run. */
  files(): Promise<readonly SiteFile[]>;
}

/**
 * The search over a project's posts, where its author wants one and this machine can make the index. `textOf` gives what can be
 * found of a post. The part with the newest posts, and the code that reads them all, lie in the folder; the others, oldest first, in folders
 * `1`, `2` … of it.
 */
export function searchOf(
  { site, posts, memory }: Outline,
  textOf: (post: Listed) => string,
  program: () => string | null = pagefindProgram,
  least?: number,
): Search {
  if (!site.search || posts.length === 0) return none([]);
  if (program() === null) return none([missing()]);
  const parts = partsOf(posts, least);
  const part = async (some: readonly Listed[]): Promise<readonly PackedFile[]> => {
    const pages = some.map((post) => ({ path: post.path, html: textOf(post) }));
    const sources = [site.language, ...pages.map(({ path, html }) => path + html)];
    const make = async (): Promise<Uint8Array> => {
      // by itself, since a thread loads it too
      const { indexing } = await import("./index-pages.ts");
      return indexing.beside({ pages, language: site.language })();
    };
    return memory.keep(`search ${some.at(-1)!.path}`, sources, async () =>
      unpack(await memory.cache.bytes("search", () => sources, make)),
    );
  };
  const files = async (): Promise<readonly SiteFile[]> => {
    const all: SiteFile[] = [];
    // one by one: the program that makes them ends with each
    for (const [index, some] of parts.entries()) {
      const folder = index === 0 ? searchFolder : `${searchFolder}${parts.length - index}/`;
      const made = await part(some);
      const wanted = index === 0 ? made : made.filter(({ path }) => !readers.test(path));
      all.push(...wanted.map((file) => withSources({ ...file, path: folder + file.path })));
    }
    return all;
  };
  let making: ReturnType<typeof files> | null = null;
  return { parts: parts.length, warnings: [], files: () => (making ??= files()) };
}

/** What reads an index: one for all parts. */
const readers = /^(?:pagefind(?:-worker)?\.js|wasm\..*)$/;

/** What can be found of a post, as an earlier build in this process found it. */
export function searchTextOf(project: Project, post: Entry): string {
  const sources = [post, project.site, ...project.datasets.of(post), ...project.figuresOf(post)];
  return project.memory.keep(`search ${post.file}`, sources, () => searchText(project, post));
}

/** A file that an earlier site may have: most pieces of an index stay as they are when a post changes. */
function withSources(file: PackedFile): SiteFile {
  return { ...file, sources: () => [createHash("sha256").update(file.content).digest("hex")] };
}

function none(warnings: readonly Diagnostic[]): Search {
  return { parts: 0, warnings, files: () => Promise.resolve([]) };
}

function missing(): Diagnostic {
  const machine = pagefindMachine();
  const fact = `there is no search: Pagefind's program for ${machine} is not installed`;
  const help = `npm install --no-save @pagefind/${machine} brings it, where there is one; "search": false in site.json says that none is wanted.`;
  return warn(fact, help);
}

/** What is said where the index could not be made: the site is whole without it. */
export function searchFailed(error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return warn(
    `there is no search: ${reason}`,
    "The rest of the site is whole. Does Pagefind's program run on this machine?",
  );
}

function warn(fact: string, help: string): Diagnostic {
  return diagnose({ file: "site.json", text: "" }, 0, "no-search", fact, help, "warning");
}
