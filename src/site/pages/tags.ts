import type { Listed } from "../posts/listed.ts";
import type { Outline } from "../outline.ts";
import { href } from "../site.ts";
import { toItem } from "./item.ts";
import { tagPath, tagSlug } from "./tag-name.ts";
import { toView, type View } from "./view.ts";

interface Tag {
  readonly name: string;
  readonly posts: readonly Listed[];
}

/** A page for each tag, and one with all of them. */
export function tagPages({ site, posts }: Outline): View[] {
  const tags = gather(posts);
  const index = tags.map(({ name, posts: own }) => ({
    text: name,
    href: href(site, tagPath(name)),
    count: own.length,
  }));
  const pages = tags.map(({ name, posts: own }) =>
    toView(site, {
      path: decodeURIComponent(tagPath(name)),
      layout: "tag.html",
      title: `Posts about ${name}`,
      description: `${own.length} ${own.length === 1 ? "post" : "posts"} about ${name}.`,
      section: "tags",
      page: { name, posts: own.map((post) => toItem(site, post)), all: href(site, "/tags.html") },
    }),
  );
  return [
    toView(site, { path: "/tags.html", layout: "tags.html", title: "Tags", section: "tags", page: { tags: index } }),
    ...pages,
  ];
}

function gather(posts: readonly Listed[]): Tag[] {
  const tags = new Map<string, { name: string; posts: Listed[] }>();
  for (const post of posts) {
    for (const name of post.head.tags) {
      const tag = tags.get(tagSlug(name)) ?? { name, posts: [] };
      if (tag.posts.at(-1) !== post) tag.posts.push(post);
      tags.set(tagSlug(name), tag);
    }
  }
  return [...tags].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
}
