import type { Outline } from "../outline.ts";
import type { Listed } from "../posts/listed.ts";
import { absolute, type Site } from "../site.ts";
import { authorOf, entriesOf, entryId, updatedOf } from "./entry.ts";

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of the newest posts, with the whole text of each, as HTML. */
export function jsonFeed(outline: Outline, contentOf: (post: Listed) => string): string {
  const { site } = outline;
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    ...(site.description ? { description: site.description } : {}),
    home_page_url: absolute(site, "/"),
    feed_url: absolute(site, "/feed.json"),
    language: site.language,
    authors: [withoutNull(site.author)],
  };
  const items = entriesOf(outline, contentOf, jsonItem).map(({ entry }) => entry);
  return `${JSON.stringify(feed).slice(0, -1)},"items":[${items.join()}]}\n`;
}

function jsonItem(site: Site, post: Listed, content: string): string {
  return JSON.stringify({
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
}

function withoutNull({ name, url }: { readonly name: string; readonly url: string | null }): object {
  return url === null ? { name } : { name, url };
}
