import type { Listed } from "../posts/listed.ts";
import { absolute, type Author, type Site } from "../site.ts";

/** What a feed is made of: a post with its whole text, as the feed has it. */
export type MakeEntry = (site: Site, post: Listed, content: string) => string;

/** The id of a post in every feed, for ever: the one it was given, or else its address. */
export function entryId(site: Site, { head, path }: Listed): string {
  return head.id === null ? absolute(site, path) : `urn:uuid:${head.id}`;
}

/** When a post was changed last, ISO. */
export function updatedOf({ head, date }: Listed): string {
  return head.updated ?? date;
}

/** When any of them was changed last; the beginning of time for none, because a build must not look at the clock. */
export function lastChange(posts: readonly Listed[]): string {
  return posts.map(updatedOf).sort().at(-1) ?? new Date(0).toISOString();
}

/** Who wrote a post. */
export function authorOf(site: Site, { head }: Listed): Author {
  return head.author === null || head.author === site.author.name ? site.author : { name: head.author, url: null };
}
