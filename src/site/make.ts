import type { Diagnostic } from "../source/diagnostic.ts";
import { assertNoErrors } from "../source/error.ts";
import { type Bundle, bundleAssets } from "./bundle/bundle.ts";
import { chartFiles } from "./charts/files.ts";
import { atomFeed } from "./feeds/atom.ts";
import { jsonFeed } from "./feeds/json-feed.ts";
import { robots, sitemap } from "./feeds/sitemap.ts";
import type { SiteFile } from "./files.ts";
import { checkLinks } from "./links.ts";
import { allPages } from "./pages/all.ts";
import type { View } from "./pages/view.ts";
import { attachments } from "./posts/attachments.ts";
import { readProject } from "./project.ts";
import { renderForPage } from "./render.ts";
import { type Shared, toShared } from "./shared.ts";
import type { Site } from "./site.ts";

/** A site, made: what its pages show, and the bytes of everything else. */
export interface MadeSite {
  readonly posts: number;
  readonly charts: number;
  readonly warnings: readonly Diagnostic[];
  readonly files: readonly SiteFile[];
  /** Paths of the pages that are not made from a text of the author's. */
  readonly generated: readonly string[];
  /** What all pages show. */
  readonly shared: Shared;
  /** Path in the site of a Markdown file of the project; null where it is no post or page. */
  pathOf(file: string): string | null;
  /** HTML of a Markdown file of the project. */
  contentOf(file: string): string;
  viewAt(url: string): View;
}

/** Reads a project and makes its site, but for the layouts. Throws a SourceError with every fault of every file. */
export async function makeSite(root: string, site: Site): Promise<MadeSite> {
  const project = readProject(root, site);
  assertNoErrors(project.diagnostics);
  const views = allPages(project);
  const bundle: Bundle = await bundleAssets();
  const files: SiteFile[] = [
    ...bundle.files,
    ...(await chartFiles(project)),
    ...attachments(project),
    { path: "/feed.xml", content: atomFeed(project) },
    { path: "/feed.json", content: jsonFeed(project) },
    {
      path: "/sitemap.xml",
      content: sitemap(
        site,
        views.filter(({ canonical }) => canonical !== null),
      ),
    },
    { path: "/robots.txt", content: robots(site) },
  ];
  const paths = [...views.map(({ path }) => path), ...files.map(({ path }) => path)];
  const links = checkLinks(project, new Set(paths));
  const byPath = new Map(views.map((view) => [view.path, view]));
  const entries = [...project.posts, ...project.pages];
  const contents = new Map(entries.map((entry) => [entry.file, renderForPage(project, entry)]));
  const written = new Set(entries.map(({ path }) => path));
  return {
    posts: project.posts.length,
    charts: project.posts.reduce((sum, post) => sum + project.figuresOf(post).length, 0),
    warnings: [...project.diagnostics, ...links],
    files,
    generated: views.map(({ path }) => path).filter((path) => !written.has(path)),
    shared: toShared(site, bundle),
    pathOf: project.pathOf,
    contentOf: (file) => contents.get(file) ?? "",
    viewAt: (url) => byPath.get(url.endsWith("/") ? `${url}index.html` : url)!,
  };
}
