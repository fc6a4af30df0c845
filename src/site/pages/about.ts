import type { Outline } from "../outline.ts";
import { toView, type View } from "./view.ts";

/** A page about the site from what its settings say, unless the author wrote `pages/about.md`. */
export function aboutPage({ site, pages }: Outline): View[] {
  if (pages.some(({ path }) => path === "/about.html")) return [];
  return [toView(site, { path: "/about.html", layout: "about.html", title: "About", section: "about", page: {} })];
}
