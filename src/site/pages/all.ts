import type { Outline } from "../outline.ts";
import type { Project } from "../project.ts";
import { aboutPage } from "./about.ts";
import { archivePage } from "./archive.ts";
import { chartPages } from "./chart.ts";
import { docsPages } from "./docs.ts";
import { homePages } from "./home.ts";
import { movedPages } from "./moved.ts";
import { notFoundPage } from "./not-found.ts";
import { ownPages } from "./own.ts";
import { postPages } from "./post.ts";
import { tagPages } from "./tags.ts";
import type { View } from "./view.ts";

/** Every kind of page that shows what an author wrote, one line each. */
const texts: readonly ((project: Project) => View[])[] = [postPages, chartPages, movedPages, ownPages, docsPages];

/** Every kind of page that leads there. */
const lists: readonly ((outline: Outline) => View[])[] = [homePages, tagPages, archivePage, aboutPage, notFoundPage];

/** All pages of what an author wrote. */
export function textPages(project: Project): View[] {
  return texts.flatMap((pages) => pages(project));
}

/** All pages that list what there is. */
export function listPages(outline: Outline): View[] {
  return lists.flatMap((pages) => pages(outline));
}
