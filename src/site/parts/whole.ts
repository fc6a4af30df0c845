import { chartDocuments } from "../charts/documents.ts";
import { chartFiles } from "../charts/files.ts";
import { withFormer } from "../charts/former.ts";
import { toPublished } from "../charts/published.ts";
import { socialFiles } from "../charts/social.ts";
import { checkProject } from "../check/check.ts";
import type { SiteFile } from "../files.ts";
import { textPages } from "../pages/all.ts";
import type { View } from "../pages/view.ts";
import { isDocument } from "../posts/document.ts";
import type { Project } from "../project.ts";
import { renderForFeed, renderForPage } from "../render.ts";
import { searchTextOf } from "../search/search.ts";
import type { Parts } from "./parts.ts";

/** A project that is read as a whole: everything of it is at hand. */
export function wholeParts(project: Project): Parts {
  const { posts, pages } = project;
  const judged = posts.map(project.lintOf);
  const byFile = new Map(posts.map((post) => [post.file, post]));
  // documents lie where Eleventy does not look
  const byPath = new Map(
    [...posts, ...pages].filter((entry) => !isDocument(entry)).map((entry) => [entry.path, entry]),
  );
  let views: ReadonlyMap<string, View> | null = null;
  const known = (): ReadonlyMap<string, View> =>
    (views ??= new Map(textPages(project).map((view) => [view.path, view])));
  return {
    outline: project,
    charts: posts.reduce((sum, post) => sum + project.figuresOf(post).length, 0),
    hasCharts: [...posts, ...pages].some((entry) => project.figuresOf(entry).length > 0),
    diagnostics: project.diagnostics,
    judged: judged.flatMap(({ diagnostics }) => diagnostics),
    contradictions: judged.flatMap(({ contradictions }) => contradictions),
    datasets: project.datasets.all.map(toPublished),
    output: () => ({ pages: [...known().values()], files: textFiles(project) }),
    searchText: ({ file }) => searchTextOf(project, byFile.get(file)!),
    feedContent: ({ file }) => renderForFeed(project, byFile.get(file)!),
    // all posts are open
    placeOf: () => Infinity,
    viewAt: (path) => known().get(path)!,
    contentAt: (path) => (byPath.has(path) ? renderForPage(project, byPath.get(path)!) : ""),
    sourcesOf: () => null,
    check: (warnings, focus) => checkProject(project, warnings, focus),
  };
}

/** The files of what an author wrote, beside its pages and data. */
export function textFiles(project: Project): SiteFile[] {
  return [...withFormer(project, [...chartFiles(project), ...chartDocuments(project)]), ...socialFiles(project)];
}
