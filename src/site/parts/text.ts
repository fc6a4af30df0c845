import { SourceError } from "../../source/error.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Source } from "../../source/source.ts";
import { readMarkdown } from "../posts/entry.ts";
import { findPosts, type Found } from "../posts/find.ts";
import { parseFrontMatter } from "../posts/front-matter.ts";
import { readHead } from "../posts/head.ts";
import { postPath } from "../posts/name.ts";
import { oldestFirst } from "../project.ts";

/** The text of a post, and of what it says what must be known before any post is read. */
export interface Text {
  readonly found: Found;
  readonly source: Source;
  /** Path of its page in the site. */
  readonly path: string;
  /** ISO instant. */
  readonly date: string;
}

/** The texts of all posts, oldest first; drafts are among them where they are part of the site. */
export function readTexts(
  root: string,
  drafts: boolean,
): { readonly texts: readonly Text[]; readonly diagnostics: readonly Diagnostic[] } {
  const { found, diagnostics } = findPosts(root);
  const read = found.map((one) => ({ one, source: readMarkdown(root, one.file) }));
  const texts = read.flatMap(({ one, source }): Text[] => {
    if (!("text" in source)) return [];
    const { date, draft } = glance(source, one);
    return draft && !drafts ? [] : [{ found: one, source, path: postPath(one.name), date }];
  });
  const faults = read.flatMap(({ source }) => ("text" in source ? [] : source.diagnostics));
  return { texts: texts.sort(oldestFirst), diagnostics: [...diagnostics, ...faults] };
}

/** Most posts say neither; a backslash may stand for any letter. What is wrong with a post is said when it is read. */
function glance(source: Source, { name }: Found): { readonly date: string; readonly draft: boolean } {
  const own = { date: `${name.date}T00:00:00.000Z`, draft: false };
  const { text } = source;
  const end = text.indexOf("\n---");
  if (!/date|draft|\\/.test(end === -1 ? text : text.slice(0, end))) return own;
  try {
    const { head } = readHead(parseFrontMatter(source).fields, "post");
    return { date: head.date ?? own.date, draft: head.draft };
  } catch (error) {
    if (error instanceof SourceError) return own;
    throw error;
  }
}
