import type { Outline } from "../outline.ts";
import { absolute } from "../site.ts";
import { authorOf, entryId, type MakeEntry, updatedOf } from "./entry.ts";

/** A post with its whole content, as HTML. */
export const jsonItem: MakeEntry = (site, post, content) =>
  JSON.stringify({
    id: entryId(site, post),
    url: absolute(site, post.path),
    title: post.head.title,
    summary: post.head.summary,
    content_html: content,
    date_published: post.date,
    date_modified: updatedOf(post),
    authors: [withoutNull(authorOf(site, post))],
    tags: post.head.tags,
  });

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of all posts, given as items, newest first. */
export function jsonFeed({ site }: Outline, items: readonly Uint8Array[]): Uint8Array {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    ...(site.description ? { description: site.description } : {}),
    home_page_url: absolute(site, "/"),
    feed_url: absolute(site, "/feed.json"),
    language: site.language,
    authors: [withoutNull(site.author)],
  };
  const comma = Buffer.from(",");
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(feed).slice(0, -1)},"items":[`),
    ...items.flatMap((item, index) => (index === 0 ? [item] : [comma, item])),
    Buffer.from("]}\n"),
  ]);
}

function withoutNull({ name, url }: { readonly name: string; readonly url: string | null }): object {
  return url === null ? { name } : { name, url };
}
