import type { Listed } from "../posts/listed.ts";
import type { Outline } from "../outline.ts";
import { absolute, type Author, type Site } from "../site.ts";

/** Posts that a feed has at most. */
const POSTS = 50;

/** Bytes of all entries: readers of feeds cut or refuse larger ones, and each asks again and again. */
const BYTES = 500_000;

/** The posts that a feed may have: the newest. */
export function inFeed(posts: readonly Listed[]): readonly Listed[] {
  return posts.slice(0, POSTS);
}

/** The newest posts as entries, as many as a feed has room for, and at least one. `contentOf` gives the whole text of a post, as HTML. */
export function entriesOf(
  { site, posts }: Outline,
  contentOf: (post: Listed) => string,
  make: (site: Site, post: Listed, content: string) => string,
): readonly { readonly post: Listed; readonly entry: string }[] {
  const entries: { post: Listed; entry: string }[] = [];
  let bytes = 0;
  for (const post of inFeed(posts)) {
    const entry = make(site, post, contentOf(post));
    bytes += Buffer.byteLength(entry);
    if (entries.length > 0 && bytes > BYTES) break;
    entries.push({ post, entry });
  }
  return entries;
}

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
