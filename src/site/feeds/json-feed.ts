import type { Outline } from "../outline.ts";
import type { Listed } from "../posts/listed.ts";
import { absolute } from "../site.ts";
import { authorOf, entryId, type OfEach, updatedOf } from "./entry.ts";

/** The same as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(
  { site, posts }: Outline,
  contentOf: (post: Listed) => string,
  ofEach: OfEach = (make) => posts.map(make),
): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    ...(site.description ? { description: site.description } : {}),
    home_page_url: absolute(site, "/"),
    feed_url: absolute(site, "/feed.json"),
    language: site.language,
    authors: [withoutNull(site.author)],
  };
  const items = ofEach((post) =>
    JSON.stringify({
      id: entryId(site, post),
      url: absolute(site, post.path),
      title: post.head.title,
      summary: post.head.summary,
      content_html: contentOf(post),
      date_published: post.date,
      date_modified: updatedOf(post),
      authors: [withoutNull(authorOf(site, post))],
      tags: post.head.tags,
    }),
  );
  // each item is its own text already
  return `${JSON.stringify(feed).slice(0, -1)},"items":[${items.join(",")}]}\n`;
}

function withoutNull({ name, url }: { readonly name: string; readonly url: string | null }): object {
  return url === null ? { name } : { name, url };
}
