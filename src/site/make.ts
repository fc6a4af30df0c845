import type { Diagnostic } from "../source/diagnostic.ts";
import { assertNoErrors } from "../source/error.ts";
import { join } from "node:path";
import type { Bundle } from "./bundle/bundle.ts";
import { keptBundle } from "./bundle/kept.ts";
import { digestOf, distinct } from "./cache/key.ts";
import { documentSchema } from "./charts/documents.ts";
import { datasetFiles } from "./charts/files.ts";
import { type Checked, type Focus, withoutCovered } from "./check/check.ts";
import { checkAddresses, checkDatasetNames, checkIds } from "./check/identity.ts";
import { atomFeed } from "./feeds/atom.ts";
import { inFeed } from "./feeds/entry.ts";
import { jsonFeed } from "./feeds/json-feed.ts";
import { robots, sitemap } from "./feeds/sitemap.ts";
import { madeFile, type SiteFile } from "./files.ts";
import { checkLinks } from "./links.ts";
import { loadSanitiser } from "./markdown/sanitise/sanitiser.ts";
import { listPages } from "./pages/all.ts";
import { createMemory, type Memory } from "./memory.ts";
import type { View } from "./pages/view.ts";
import { readParts } from "./parts/read.ts";
import { wholeParts } from "./parts/whole.ts";
import { attachments } from "./posts/attachments.ts";
import { refusedFiles } from "./posts/refused.ts";
import { readProject } from "./project.ts";
import { searchOf } from "./search/search.ts";
import { type Shared, toShared } from "./shared.ts";
import type { Site } from "./site.ts";

/** A site, made: what its pages show, and the bytes of everything else. */
export interface MadeSite {
  readonly posts: number;
  readonly charts: number;
  readonly warnings: readonly Diagnostic[];
  /** All that can be said about the project, or of what its author works on, the warnings among it. */
  check(focus?: Focus): Checked;
  readonly files: readonly SiteFile[];
  /** Paths of all pages. */
  readonly pages: readonly string[];
  /** Whether the page at a path is that of a post. */
  isPost(path: string): boolean;
  /** All texts that a page is made from besides the layouts; null where nobody knows them. */
  sourcesOf(path: string): readonly string[] | null;
  /** What all pages show. */
  readonly shared: Shared;
  /** The files that let readers search, made when they are asked for; fails where the indexer does not run. */
  searchFiles(): Promise<readonly SiteFile[]>;
  /** Path in the site of a Markdown file of the project; null where it is no post or page. */
  pathOf(file: string): string | null;
  /** Number of the post of which a page or file is made: what has the same is best made together, while the post is open. */
  placeOf(path: string): number;
  /** HTML of the author's text on a page; empty for a page without one. */
  contentAt(path: string): string;
  viewAt(url: string): View;
}

/**
 * Reads a project and makes its site, but for the layouts. Throws a SourceError with every fault of every file. In `parts`, each post
 * is read by itself, of an unchanged one what an earlier build knew, and none is kept: for a build of its own process.
 */
export async function makeSite(
  root: string,
  read: Site,
  memory: Memory = createMemory(),
  parts: boolean = false,
): Promise<MadeSite> {
  const site = memory.keep("site", [JSON.stringify(read, distinct)], () => read);
  const sanitiser = site.html === "sanitised" ? await memory.keep("sanitiser", [], loadSanitiser) : null;
  const all = parts
    ? readParts(root, site, memory, sanitiser)
    : wholeParts(readProject(root, site, memory, undefined, sanitiser));
  const { outline, contradictions } = all;
  const { posts, pages } = outline;
  const diagnostics = [
    ...withoutCovered(all.diagnostics, contradictions),
    ...checkIds(posts.toReversed()),
    ...checkDatasetNames(all.datasets),
    ...refusedFiles(outline, all.datasets),
    ...all.judged,
    ...contradictions,
  ];
  assertNoErrors(diagnostics);
  const output = all.output();
  const lists = new Map(listPages(outline).map((view) => [view.path, view]));
  const views = [...lists.values(), ...output.pages];
  const viewPaths = views.map(({ path }) => path);
  assertNoErrors(checkAddresses(pages, viewPaths));
  const search = searchOf(outline, all.searchText);
  const bundle: Bundle = await memory.keep("bundle", [], () => keptBundle(memory.cache));
  const shared = toShared(site, bundle, search);
  const fed = (): readonly string[] | null => {
    const sources = inFeed(posts).map(({ path }) => all.sourcesOf(path));
    return sources.every((one) => one !== null) ? [digestOf(site), ...sources.flat()] : null;
  };
  const files: SiteFile[] = [
    ...bundle.files,
    ...output.files,
    ...datasetFiles(join(root, "data"), all.datasets, "/data/", memory),
    ...(all.hasCharts ? [documentSchema("/data/")] : []),
    ...attachments(outline),
    { ...madeFile("/feed.xml", () => atomFeed(outline, all.feedContent)), sources: fed, late: true },
    { ...madeFile("/feed.json", () => jsonFeed(outline, all.feedContent)), sources: fed, late: true },
    madeFile("/sitemap.xml", () =>
      sitemap(
        site,
        views.filter(({ canonical }) => canonical !== null),
      ),
    ),
    madeFile("/robots.txt", () => robots(site)),
  ];
  const links = checkLinks(outline, new Set([...viewPaths, ...files.map(({ path }) => path)]));
  const warnings = [...diagnostics, ...links, ...search.warnings];
  const articles = new Set(posts.map(({ path }) => path));
  const around = digestOf(shared);
  const together = new WeakMap<readonly string[], readonly string[]>();
  const viewAt = (path: string): View => lists.get(path) ?? all.viewAt(path);
  return {
    posts: posts.length,
    charts: all.charts,
    warnings,
    check: (focus) => all.check(warnings, focus ?? null),
    files,
    pages: viewPaths,
    isPost: (path) => articles.has(path),
    sourcesOf(path) {
      if (lists.has(path)) return [around, JSON.stringify(lists.get(path))];
      const own = all.sourcesOf(path);
      if (own === null) return null;
      // pages of a post share theirs, and stay so
      const sources = together.get(own) ?? [around, ...own];
      together.set(own, sources);
      return sources;
    },
    shared,
    searchFiles: search.files,
    pathOf: outline.pathOf,
    placeOf: all.placeOf,
    contentAt: all.contentAt,
    viewAt: (url) => viewAt(url.endsWith("/") ? `${url}index.html` : url),
  };
}
