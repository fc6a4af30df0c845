import { join } from "node:path";
import { SourceError } from "../../source/error.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Source } from "../../source/source.ts";
import { readMarkdown } from "../posts/entry.ts";
import { findPosts, type Found } from "../posts/find.ts";
import { parseFrontMatter } from "../posts/front-matter.ts";
import { readHead } from "../posts/head.ts";
import { postPath } from "../posts/name.ts";
import { oldestFirst } from "../project.ts";
import { changedMeanwhile } from "./changing.ts";
import type { Recorded, Records } from "./records.ts";
import { isSameStamp, type Stamp, stampOf } from "./stamp.ts";

/** The text of a post, and of what it says what must be known before any post is read. */
export interface Text {
  readonly found: Found;
  readonly source: Source;
  /** Path of its page in the site. */
  readonly path: string;
  /** ISO instant. */
  readonly date: string;
  /** Of its file, before it was read. */
  readonly stamp: Stamp | null;
  /** What is recorded of it while its file has not been touched. */
  readonly recorded: Recorded | null;
}

/** The texts of all posts, oldest first, those of which something is recorded unread; drafts are among them where they are part of the site. */
export function readTexts(
  root: string,
  drafts: boolean,
  records: Records,
): { readonly texts: readonly Text[]; readonly diagnostics: readonly Diagnostic[] } {
  const { found, diagnostics } = findPosts(root);
  const read = found.map((one) => {
    const recorded = records.find(one.file);
    if (recorded) return { one, recorded, stamp: recorded.stamp, source: unread(root, one.file, recorded.stamp) };
    const stamp = stampOf(join(root, one.file));
    return { one, recorded, stamp, source: readMarkdown(root, one.file) };
  });
  const texts = read.flatMap(({ one, source, recorded, stamp }): Text[] => {
    if (!("text" in source)) return [];
    const { date, draft } = recorded ? { date: recorded.date, draft: false } : glance(source, one);
    return draft && !drafts ? [] : [{ found: one, source, path: postPath(one.name), date, stamp, recorded }];
  });
  const faults = read.flatMap(({ source }) => ("text" in source ? [] : source.diagnostics));
  return { texts: texts.sort(oldestFirst), diagnostics: [...diagnostics, ...faults] };
}

/** A text that is read when somebody asks for it, and must then be what was recorded. */
function unread(root: string, file: string, stamp: Stamp): Source {
  let text: string | null = null;
  const read = (): string => {
    const source = readMarkdown(root, file);
    if (!("text" in source)) throw new SourceError(source.diagnostics);
    if (!isSameStamp(stamp, stampOf(join(root, file)))) throw changedMeanwhile(source);
    return source.text;
  };
  return {
    file,
    get text() {
      return (text ??= read());
    },
  };
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
