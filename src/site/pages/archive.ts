import type { Outline } from "../outline.ts";
import { type Item, toItem } from "./item.ts";
import { toView, type View } from "./view.ts";

/** All posts on one page, year by year. */
export function archivePage({ site, posts }: Outline): View[] {
  const years = new Map<string, Item[]>();
  for (const post of posts) {
    const year = post.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), toItem(site, post)]);
  }
  return [
    toView(site, {
      path: "/archive.html",
      layout: "archive.html",
      title: "Archive",
      description: `All posts of ${site.title}, year by year.`,
      section: "archive",
      page: { years: [...years].map(([year, items]) => ({ year, posts: items })), count: posts.length },
    }),
  ];
}
