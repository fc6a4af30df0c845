import type { Diagnostic } from "../source/diagnostic.ts";
import { assertNoErrors } from "../source/error.ts";
import { type Bundle, bundleAssets } from "./bundle/bundle.ts";
import { distinct } from "./cache/key.ts";
import { chartDocuments } from "./charts/documents.ts";
import { chartFiles } from "./charts/files.ts";
import { withFormer } from "./charts/former.ts";
import { socialFiles } from "./charts/social.ts";
import { type Checked, checkProject, type Focus, withoutCovered } from "./check/check.ts";
import { checkAddresses, checkIds } from "./check/identity.ts";
import { atomFeed } from "./feeds/atom.ts";
import { jsonFeed } from "./feeds/json-feed.ts";
import { robots, sitemap } from "./feeds/sitemap.ts";
import { madeFile, type SiteFile } from "./files.ts";
import { checkLinks } from "./links.ts";
import { loadSanitiser } from "./markdown/sanitise/sanitiser.ts";
import { allPages } from "./pages/all.ts";
import { createMemory, type Memory } from "./memory.ts";
import type { View } from "./pages/view.ts";
import { attachments } from "./posts/attachments.ts";
import { isDocument } from "./posts/document.ts";
import { refusedFiles } from "./posts/refused.ts";
import { readProject } from "./project.ts";
import { articleSources, renderForPage } from "./render.ts";
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
  /** All texts that a page is made from besides the layouts. */
  sourcesOf(path: string): readonly string[];
  /** What all pages show. */
  readonly shared: Shared;
  /** The files that let readers search, made when they are asked for; fails where the indexer does not run. */
  searchFiles(): Promise<readonly SiteFile[]>;
  /** Path in the site of a Markdown file of the project; null where it is no post or page. */
  pathOf(file: string): string | null;
  /** HTML of the author's text on a page; empty for a page without one. */
  contentAt(path: string): string;
  viewAt(url: string): View;
}

/** Reads a project and makes its site, but for the layouts. Throws a SourceError with every fault of every file. */
export async function makeSite(root: string, read: Site, memory: Memory = createMemory()): Promise<MadeSite> {
  const site = memory.keep("site", [JSON.stringify(read, distinct)], () => read);
  const sanitiser = site.html === "sanitised" ? await memory.keep("sanitiser", [], loadSanitiser) : null;
  const project = readProject(root, site, memory, undefined, sanitiser);
  const { posts, pages } = project;
  const judged = posts.map(project.lintOf);
  const contradictions = judged.flatMap((one) => one.contradictions);
  const diagnostics = [
    ...withoutCovered(project.diagnostics, contradictions),
    ...checkIds(posts.toReversed()),
    ...refusedFiles(project),
    ...judged.flatMap((one) => one.diagnostics),
    ...contradictions,
  ];
  assertNoErrors(diagnostics);
  const views = allPages(project);
  assertNoErrors(
    checkAddresses(
      pages,
      views.map(({ path }) => path),
    ),
  );
  const search = searchOf(project);
  const bundle: Bundle = await memory.keep("bundle", [], bundleAssets);
  const shared = toShared(site, bundle, search);
  const files: SiteFile[] = [
    ...bundle.files,
    ...withFormer(project, [...chartFiles(project), ...chartDocuments(project)]),
    ...socialFiles(project),
    ...attachments(project),
    { ...madeFile("/feed.xml", () => atomFeed(project)), late: true },
    { ...madeFile("/feed.json", () => jsonFeed(project)), late: true },
    madeFile("/sitemap.xml", () =>
      sitemap(
        site,
        views.filter(({ canonical }) => canonical !== null),
      ),
    ),
    madeFile("/robots.txt", () => robots(site)),
  ];
  const paths = [...views.map(({ path }) => path), ...files.map(({ path }) => path)];
  const links = checkLinks(project, new Set(paths));
  const byPath = new Map(views.map((view) => [view.path, view]));
  const entries = [...posts, ...pages];
  const warnings = [...diagnostics, ...links, ...search.warnings];
  // documents lie where Eleventy does not look
  const written = new Map(entries.filter((entry) => !isDocument(entry)).map((entry) => [entry.path, entry]));
  return {
    posts: posts.length,
    charts: posts.reduce((sum, post) => sum + project.figuresOf(post).length, 0),
    warnings,
    check: (focus) => checkProject(project, warnings, focus ?? null),
    files,
    pages: views.map(({ path }) => path),
    sourcesOf(path) {
      const view = byPath.get(path)!;
      const entry = written.get(path);
      const own = view.sources?.() ?? [JSON.stringify(view)];
      return [JSON.stringify(shared), ...own, ...(entry ? articleSources(project, entry) : [])];
    },
    shared,
    searchFiles: search.files,
    pathOf: project.pathOf,
    contentAt: (path) => (written.has(path) ? renderForPage(project, written.get(path)!) : ""),
    viewAt: (url) => byPath.get(url.endsWith("/") ? `${url}index.html` : url)!,
  };
}
