import { describe } from "../../chart/words.ts";
import type { Entry } from "../posts/entry.ts";
import { isoDay, longDate } from "../dates.ts";
import { authorOf } from "../feeds/entry.ts";
import type { Project } from "../project.ts";
import { absolute, href } from "../site.ts";
import { resolveAddress } from "../posts/resolve.ts";
import { contents } from "./contents.ts";
import { toItem } from "./item.ts";
import { postBlocks } from "./post-blocks.ts";
import { type Anchor, type Picture, toView, type View } from "./view.ts";

/** The page of each post. */
export function postPages(project: Project): View[] {
  const { site, posts } = project;
  return posts.map((post, index) => {
    const { head, date, article } = post;
    const image = imageOf(project, post);
    const updated = head.updated !== null && isoDay(head.updated) !== isoDay(date) ? head.updated : null;
    const link = (other: Entry | undefined): Anchor | null =>
      other ? { href: href(site, other.path), text: other.head.title } : null;
    return toView(site, {
      path: post.path,
      layout: "post.html",
      title: head.title,
      description: head.summary,
      canonical: head.draft ? null : absolute(site, post.path),
      type: "article",
      image,
      blocksHtml: postBlocks(project, post, image),
      charts: project.figuresOf(post).length > 0,
      changed: head.updated ?? date,
      page: {
        ...toItem(site, post),
        contents: contents(article),
        author: authorOf(site, post),
        published: date,
        updated: updated && { iso: updated, day: isoDay(updated), text: longDate(updated, site.language) },
        newer: link(posts[index - 1]),
        older: link(posts[index + 1]),
      },
    });
  });
}

/** What shows the post elsewhere: its own picture, or its first chart. */
function imageOf(project: Project, post: Entry): Picture | null {
  const { site } = project;
  if (post.head.image !== null) {
    const target = resolveAddress(post, post.head.image, project);
    const url = target.kind === "site" ? absolute(site, target.path) : post.head.image;
    return { url, alt: post.head.title };
  }
  const [first] = project.figuresOf(post);
  const picture = (): Picture => ({ url: absolute(site, first!.paths.png), alt: describe(first!.chart).name });
  return first ? project.memory.keep(`image ${post.file}`, [first, site], picture) : null;
}
