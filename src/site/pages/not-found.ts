import type { Outline } from "../outline.ts";
import { toItem } from "./item.ts";
import { toView, type View } from "./view.ts";

/** What hosts show where there is no page. */
export function notFoundPage({ site, posts }: Outline): View[] {
  return [
    toView(site, {
      path: "/404.html",
      layout: "404.html",
      title: "Not found",
      description: "There is no page at this address.",
      canonical: null,
      page: { posts: posts.slice(0, 5).map((post) => toItem(site, post)) },
    }),
  ];
}
