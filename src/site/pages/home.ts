import type { Outline } from "../outline.ts";
import { href } from "../site.ts";
import { escapeDataBlock } from "../html/data-block.ts";
import { absolute } from "../site.ts";
import { toItem } from "./item.ts";
import { toView, type View } from "./view.ts";

/** The home page and the ones behind it: summaries of all posts, newest first. */
export function homePages({ site, posts }: Outline): View[] {
  const count = Math.max(1, Math.ceil(posts.length / site.perPage));
  return Array.from({ length: count }, (_, index) => {
    const own = posts.slice(index * site.perPage, (index + 1) * site.perPage);
    const link = (other: number): string | null => (other < 0 || other >= count ? null : href(site, homePath(other)));
    return toView(site, {
      path: homePath(index),
      layout: "home.html",
      title: index === 0 ? site.title : `Page ${index + 1}`,
      section: "home",
      blocksHtml: index === 0 ? [escapeDataBlock(blog(site))] : [],
      page: {
        posts: own.map((post) => toItem(site, post)),
        number: index + 1,
        count,
        newer: link(index - 1),
        older: link(index + 1),
      },
    });
  });
}

function homePath(index: number): string {
  return index === 0 ? "/index.html" : `/page/${index + 1}.html`;
}

function blog(site: Outline["site"]): object {
  return {
    "@context": "https://schema.org",
    "@type": "Blog",
    name: site.title,
    description: site.description,
    url: absolute(site, "/"),
    inLanguage: site.language,
  };
}
