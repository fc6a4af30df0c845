import { type Bench, parseBench } from "../../benchmark/bench.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { SourceError } from "../../source/error.ts";
import type { Located } from "../../source/located.ts";
import type { Source } from "../../source/source.ts";
import type { Memory } from "../memory.ts";
import type { Article } from "../markdown/article.ts";
import { parseArticle } from "../markdown/markdown.ts";
import type { Sanitiser } from "../markdown/sanitise/sanitiser.ts";
import { maxMarkdown, readProjectFile } from "../project-file.ts";
import type { Found } from "./find.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { type Head, readHead } from "./head.ts";
import { postPath } from "./name.ts";

/** A post, or a page of the author's: a Markdown text that becomes a page of the site. */
export interface Entry {
  readonly kind: "post" | "page";
  /** Relative to the project. */
  readonly file: string;
  readonly folder: string | null;
  readonly slug: string;
  /** Path in the site, from its root. */
  readonly path: string;
  readonly source: Source;
  /** The front matter with its places. */
  readonly fields: Located;
  readonly head: Head;
  /** How it was measured, as the post declares it; null where it says nothing. */
  readonly bench: Bench | null;
  /** ISO instant; the empty text for pages. */
  readonly date: string;
  /** Where the text begins in the source. */
  readonly bodyOffset: number;
  readonly article: Article;
}

export interface ReadEntry {
  /** Null where the text cannot be read at all, and for drafts that are not asked for. */
  readonly entry: Entry | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one post or page. What is wrong comes with the result; drafts that are left out say nothing. */
export function readEntry(
  root: string,
  found: Found,
  kind: Entry["kind"],
  drafts: boolean,
  memory: Memory,
  sanitiser: Sanitiser | null,
): ReadEntry {
  const source = readMarkdown(root, found.file);
  if (!("text" in source)) return source;
  return memory.keep(`entry ${found.file}`, [source.text, kind, drafts, sanitiser], () =>
    parseEntry(source, found, kind, drafts, sanitiser),
  );
}

/** The text of a post or page, or why there is none. */
export function readMarkdown(root: string, file: string): Source | ReadEntry {
  try {
    return { file, text: readProjectFile(root, file, maxMarkdown).replace(/\r\n?/g, "\n") };
  } catch (error) {
    if (error instanceof SourceError) return { entry: null, diagnostics: error.diagnostics };
    throw error;
  }
}

/** The same of a text that is read already. */
export function parseEntry(
  source: Source,
  found: Found,
  kind: Entry["kind"],
  drafts: boolean,
  sanitiser: Sanitiser | null,
): ReadEntry {
  try {
    const { fields, bodyOffset } = parseFrontMatter(source);
    const { head, diagnostics } = readHead(fields, kind);
    if (head.draft && !drafts) return { entry: null, diagnostics: [] };
    const { slug, date } = found.name;
    const declared = parseBench(fields);
    const article = parseArticle(source, bodyOffset, kind === "post" ? slug : null, sanitiser);
    const path = kind === "post" ? postPath(found.name) : `/${slug}.html`;
    const instant = kind === "post" ? (head.date ?? `${date}T00:00:00.000Z`) : "";
    const { bench } = declared;
    const { file, folder } = found;
    const entry: Entry = { kind, file, folder, slug, path, source, fields, head, bench, date: instant, bodyOffset, article };
    return { entry, diagnostics: [...diagnostics, ...declared.diagnostics, ...article.diagnostics] };
  } catch (error) {
    if (error instanceof SourceError) return { entry: null, diagnostics: error.diagnostics };
    throw error;
  }
}
