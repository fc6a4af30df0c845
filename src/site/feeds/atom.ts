import { escapeHtml } from "../../chart/figure/html.ts";
import type { Outline } from "../outline.ts";
import type { Listed } from "../posts/listed.ts";
import { absolute, type Site } from "../site.ts";
import { authorOf, entriesOf, entryId, lastChange, updatedOf } from "./entry.ts";

/** The Atom feed (RFC 4287) of the newest posts, with the whole text of each, as HTML. */
export function atomFeed(outline: Outline, contentOf: (post: Listed) => string): string {
  const { site } = outline;
  const entries = entriesOf(outline, contentOf, atomEntry);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(site.language)}">`,
    `<title>${xml(site.title)}</title>`,
    ...(site.description ? [`<subtitle>${xml(site.description)}</subtitle>`] : []),
    `<link rel="self" type="application/atom+xml" href="${xml(absolute(site, "/feed.xml"))}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(absolute(site, "/"))}"/>`,
    `<id>${xml(absolute(site, "/"))}</id>`,
    `<updated>${lastChange(entries.map(({ post }) => post))}</updated>`,
    `<author><name>${xml(site.author.name)}</name></author>`,
    ...entries.map(({ entry }) => entry),
    "</feed>\n",
  ].join("\n");
}

function atomEntry(site: Site, post: Listed, content: string): string {
  const author = authorOf(site, post);
  return [
    "<entry>",
    `<title>${xml(post.head.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(absolute(site, post.path))}"/>`,
    `<id>${xml(entryId(site, post))}</id>`,
    `<published>${post.date}</published>`,
    `<updated>${updatedOf(post)}</updated>`,
    `<author><name>${xml(author.name)}</name>${author.url ? `<uri>${xml(author.url)}</uri>` : ""}</author>`,
    ...post.head.tags.map((tag) => `<category term="${xml(tag)}"/>`),
    `<summary>${xml(post.head.summary)}</summary>`,
    `<content type="html">${xml(content)}</content>`,
    "</entry>",
  ].join("\n");
}

/** XML 1.0 has no control characters, not even escaped ones, and no halves of surrogate pairs. */
function xml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return escapeHtml(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD"));
}
