import { isDocument } from "../posts/document.ts";
import type { Project } from "../project.ts";
import { toView, type View } from "./view.ts";

/** The author's own pages. */
export function ownPages(project: Project): View[] {
  const { site, pages } = project;
  const own = pages.filter((entry) => !isDocument(entry));
  return own.map((entry) =>
    toView(site, {
      path: entry.path,
      layout: "page.html",
      title: entry.head.title,
      ...(entry.head.summary ? { description: entry.head.summary } : {}),
      section: entry.slug === "about" ? "about" : null,
      charts: project.figuresOf(entry).length > 0,
      page: { heading: entry.head.title },
    }),
  );
}
