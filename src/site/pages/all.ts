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

/** Every kind of page, one line each. */
const kinds: readonly ((project: Project) => View[])[] = [
  homePages,
  postPages,
  chartPages,
  movedPages,
  ownPages,
  docsPages,
  tagPages,
  archivePage,
  aboutPage,
  notFoundPage,
];

/** All pages of the site. */
export function allPages(project: Project): View[] {
  return kinds.flatMap((pages) => pages(project));
}
