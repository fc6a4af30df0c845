import type { Project } from "../project.ts";
import { href } from "../site.ts";
import { toView, type View } from "./view.ts";

/** The pages that charts had under the ids that they had before: they lead to those of now. */
export function movedPages(project: Project): View[] {
  const { site } = project;
  return [...project.posts, ...project.pages].flatMap((entry) =>
    project.figuresOf(entry).flatMap(({ chart, paths, former }) =>
      former.flatMap((old) =>
        (["page", "embed"] as const).map((kind) =>
          toView(site, {
            path: old[kind],
            layout: "moved.html",
            title: chart.title,
            description: "This chart has another address now.",
            canonical: null,
            page: { to: href(site, paths[kind]), text: chart.title },
          }),
        ),
      ),
    ),
  );
}
