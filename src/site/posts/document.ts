import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import type { Token } from "markdown-it";
import { parseYaml } from "../../source/yaml.ts";
import { diagnose, type Source } from "../../source/source.ts";
import type { Article } from "../markdown/article.ts";
import { parseArticle } from "../markdown/markdown.ts";
import type { Sanitiser } from "../markdown/sanitise/sanitiser.ts";
import type { Memory } from "../memory.ts";
import { type Entry, type ReadEntry, readMarkdown } from "./entry.ts";
import { emptyHead } from "./head.ts";

/** Whether a page is a document of the project: one of those that `docs` in site.json names. */
export function isDocument({ file }: Entry): boolean {
  return file.startsWith("docs/");
}

/**
 * Reads docs/<name>.md, which has no front matter: its first heading is the title, its first sentence the summary. It is
 * written to be read beside the code as well; links to what is no part of the site become plain words.
 */
export function readDocument(root: string, name: string, memory: Memory, sanitiser: Sanitiser | null): ReadEntry {
  const file = `docs/${name}.md`;
  if (!existsSync(join(root, file))) {
    const help = 'Take it out of "docs" in site.json, or write it.';
    return { entry: null, diagnostics: [diagnose({ file, text: "" }, 0, "file-missing", "there is no such file", help)] };
  }
  const source = readMarkdown(root, file);
  if ("entry" in source) return source;
  return memory.keep(`document ${name}`, [source.text, sanitiser], () => parse(root, source, name, sanitiser));
}

function parse(root: string, source: Source, slug: string, sanitiser: Sanitiser | null): ReadEntry {
  const { file, text } = source;
  const [heading = "", words = slug] = /^# (.+?)(?: #*)?\n+/.exec(text) ?? [];
  const bodyOffset = heading.length;
  const article = withoutStrangers(parseArticle(source, bodyOffset, null, sanitiser), (address) => isStranger(root, file, address));
  const first = /^(?:(?!```|[#|>-])\S.*\n?)+/.exec(text.slice(bodyOffset))?.[0] ?? "";
  const entry: Entry = {
    kind: "page",
    file,
    folder: null,
    slug,
    path: `/docs/${slug}.html`,
    source,
    fields: parseYaml(source, 0, 0),
    head: { ...emptyHead, title: plain(words), summary: /^.+?[.:](?=\s|$)/.exec(plain(first))?.[0].replace(/:$/, ".") ?? "" },
    bench: null,
    date: "",
    bodyOffset,
    article,
  };
  return { entry, diagnostics: article.diagnostics };
}

/** Markdown without its marks, on one line. */
function plain(markdown: string): string {
  const words = markdown.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
  return words.replace(/\s+/g, " ").trim();
}

/** Whether an address leads to a file of the project that is no part of its site. */
function isStranger(root: string, file: string, address: string): boolean {
  if (/^(?:$|[a-z][a-z0-9+.-]*:|\/|#)/i.test(address)) return false;
  const target = posix.join(posix.dirname(file), address.replace(/[?#].*$/s, ""));
  if (target.startsWith("docs/") || /^(?:posts|pages|assets)\//.test(target)) return false;
  return existsSync(join(root, target));
}

/** The article without the links to strangers; the words of a link stay. */
function withoutStrangers(article: Article, isOne: (address: string) => boolean): Article {
  const kept = (children: readonly Token[]): Token[] => {
    const open: boolean[] = [];
    return children.filter((token) => {
      if (token.type === "link_open") open.push(isOne(String(token.attrGet("href") ?? "")));
      else if (token.type !== "link_close") return true;
      return !(token.type === "link_open" ? open.at(-1) : open.pop());
    });
  };
  for (const token of article.tokens) if (token.children) token.children = kept(token.children);
  return { ...article, links: article.links.filter(({ address }) => !isOne(address)) };
}
