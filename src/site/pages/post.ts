import { socialPicture } from "../charts/social.ts";
import type { Entry } from "../posts/entry.ts";
import type { Listed } from "../posts/listed.ts";
import { isoDay, longDate } from "../dates.ts";
import { authorOf } from "../feeds/entry.ts";
import type { Project } from "../project.ts";
import { absolute, href } from "../site.ts";
import { resolveAddress } from "../posts/resolve.ts";
import { contents, type Section } from "./contents.ts";
import { knownLimits, methodCard, methodIds } from "./method-card.ts";
import { toItem } from "./item.ts";
import { postBlocks } from "./post-blocks.ts";
import { type Anchor, type Picture, toView, type View } from "./view.ts";

/** The page of each post. */
export function postPages(project: Project): View[] {
  const { site, posts } = project;
  return posts.map((post) => {
    const { head, date, article } = post;
    const image = imageOf(project, post);
    const methodHtml = methodCard(project, post);
    const limitsHtml = knownLimits(project, post);
    const updated = head.updated !== null && isoDay(head.updated) !== isoDay(date) ? head.updated : null;
    const link = (other: Listed | null): Anchor | null =>
      other && { href: href(site, other.path), text: other.head.title };
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
        contents: withMethod(contents(article, project.quoteAt), { methodHtml, limitsHtml }),
        methodHtml,
        limitsHtml,
        author: authorOf(site, post),
        published: date,
        updated: updated && { iso: updated, day: isoDay(updated), text: longDate(updated, site.language) },
        // known when all posts are
        get newer() {
          return link(project.neighboursOf(post).newer);
        },
        get older() {
          return link(project.neighboursOf(post).older);
        },
      },
    });
  });
}

/** The sections that follow the text, where there is a table of contents. */
function withMethod(
  sections: Section[],
  html: { readonly methodHtml: string; readonly limitsHtml: string },
): Section[] {
  if (sections.length === 0) return sections;
  const more = (id: string, text: string): Section => ({ id, text, sections: [] });
  return [
    ...sections,
    ...(html.limitsHtml === "" ? [] : [more(methodIds.limits, "Known limits")]),
    ...(html.methodHtml === "" ? [] : [more(methodIds.method, "How it was measured")]),
  ];
}

/** What shows the post elsewhere: its own picture, or the one that is drawn of its title and first chart. */
function imageOf(project: Project, post: Entry): Picture | null {
  const { site } = project;
  if (post.head.image !== null) {
    const target = resolveAddress(post, post.head.image, project);
    const url = target.kind === "site" ? absolute(site, target.path) : post.head.image;
    return { url, alt: post.head.title, size: null };
  }
  const sources = [...project.figuresOf(post), site, post.head.title];
  return project.memory.keep(`image ${post.file}`, sources, () => socialPicture(project, post));
}
