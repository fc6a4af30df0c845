import { createHash } from "node:crypto";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { SiteFile } from "../files.ts";
import type { Outline } from "../outline.ts";
import type { Entry } from "../posts/entry.ts";
import type { Listed } from "../posts/listed.ts";
import type { Project } from "../project.ts";
import { pack, type PackedFile, unpack } from "./pack.ts";
import { indexPages, pagefindMachine, pagefindProgram } from "./pagefind.ts";
import { searchText } from "./text.ts";

/** Where the index lies in the site. */
export const searchFolder = "/search/";

/** The search of a site. */
export interface Search {
  /** Whether its pages offer it. */
  readonly offered: boolean;
  readonly warnings: readonly Diagnostic[];
  /** The index and what reads it, made in a process of its own; none where no search is offered. Fails where that does not run. */
  files(): Promise<readonly SiteFile[]>;
}

/**
 * The search over a project's posts, where its author wants one and this machine can make the index. `textOf` gives what can be
 * found of a post.
 */
export function searchOf(
  { site, posts, memory }: Outline,
  textOf: (post: Listed) => string,
  program: () => string | null = pagefindProgram,
): Search {
  if (!site.search || posts.length === 0) return none([]);
  if (program() === null) return none([missing()]);
  const files = (): Promise<readonly SiteFile[]> => {
    // newest first, as everywhere
    const pages = posts.map((post) => ({ path: post.path, html: textOf(post) }));
    const texts = pages.map(({ path, html }) => path + html);
    const sources = [site.language, ...texts];
    return memory.keep("search", sources, async () => {
      const make = async (): Promise<Uint8Array> => pack(await indexPages(pages, site.language, searchFolder));
      return unpack(await memory.cache.bytes("search", () => sources, make)).map(withSources);
    });
  };
  return { offered: true, warnings: [], files };
}

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
  return { offered: false, warnings, files: () => Promise.resolve([]) };
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
