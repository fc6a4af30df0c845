import { isDocument } from "../posts/document.ts";
import type { Project } from "../project.ts";
import { renderForPage } from "../render.ts";
import { href } from "../site.ts";
import { toLine } from "./contents.ts";
import { toView, type View } from "./view.ts";

/** The documents of the project, each with the way to the others, and a page that lists them. */
export function docsPages(project: Project): View[] {
  const { site } = project;
  const all = project.pages.filter(isDocument);
  if (all.length === 0) return [];
  const anchors = all.map((entry) => ({
    path: entry.path,
    href: href(site, entry.path),
    text: entry.head.title,
    summary: entry.head.summary,
  }));
  const pages = all.map((entry, index) =>
    toView(site, {
      path: entry.path,
      layout: "document.html",
      title: entry.head.title,
      description: entry.head.summary,
      section: "docs",
      charts: project.figuresOf(entry).length > 0,
      page: {
        heading: entry.head.title,
        documents: anchors,
        sections: entry.article.headings
          .filter(({ level }) => level === 2)
          .map((heading) => toLine(heading, project.quoteAt)),
        before: anchors[index - 1] ?? null,
        next: anchors[index + 1] ?? null,
        // rendered when the page is: a check needs its address only
        get bodyHtml() {
          return renderForPage(project, entry);
        },
      },
    }),
  );
  const index = toView(site, {
    path: "/docs/index.html",
    layout: "documents.html",
    title: "Documentation",
    description: `How to write for ${site.title}.`,
    section: "docs",
    page: { heading: "Documentation", documents: anchors },
  });
  return [index, ...pages];
}
