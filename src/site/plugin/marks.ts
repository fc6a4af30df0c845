import { createHash } from "node:crypto";
import { applyEdits } from "../html/edit.ts";
import { scanTags } from "../html/tags.ts";
import { hasClass } from "../markdown/rules/raw-html.ts";
import { type Element, elementEnd } from "./element.ts";

/** A chart's element in the text of a template, and the word that stands for it until the page is made. */
export interface Mark extends Element {
  readonly word: string;
}

const PREFIX = "benchpostchart";

/** Finds the words again, wherever a page has them. */
export const markWords: RegExp = new RegExp(`${PREFIX}[0-9a-f]{16}`, "g");

/** The text without what is left of words that a template has cut, as in the beginnings of posts. */
export function withoutCutWords(text: string): string {
  const cut = new RegExp(`${PREFIX}[0-9a-f]{0,15}(?![0-9a-f])|\\bbenchpostch?a?r?t?(?=\\.\\.\\.|…)`, "g");
  return text.replace(cut, "");
}

/**
 * Puts a word in the place of each chart's element in a template's text. A word passes through every template language and every
 * setting of Markdown unchanged, also where raw HTML is switched off, and says later which text the chart belongs to, however
 * far from there it is shown. An element that a template has yet to complete stays as it is.
 */
export function markCharts(file: string, text: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: (Mark & { readonly end: number })[] = [];
  const shown = quoted(file, text);
  for (const { index } of text.matchAll(/<[a-z][\w-]*\s[^<]*?\bflot\b/gi)) {
    const before = marks.at(-1);
    if ((before && index < before.end) || shown.some(([start, end]) => start <= index && index < end)) continue;
    const tag = scanTags(text.slice(index, index + LONGEST))[0];
    if (tag?.kind !== "open" || tag.start !== 0 || !hasClass(tag, "flot")) continue;
    const html = text.slice(index, index + tag.end);
    if (/\{[{%#]/.test(html)) continue;
    const end = elementEnd(text, tag, index);
    const hash = createHash("sha256")
      .update(JSON.stringify([file, index, html]))
      .digest("hex");
    marks.push({ word: PREFIX + hash.slice(0, 16), tag, html: text.slice(index, end), offset: index, end });
  }
  const edits = marks.map(({ offset, end, word }) => ({ start: offset, end, text: word }));
  return { text: applyEdits(text, edits), marks };
}

/** Characters of the longest tag that is read. */
const LONGEST = 20_000;

/** Code of templates that is shown or left out, and of Markdown: what looks like a chart there is none. */
const inTemplates = /\{%-?\s*(raw|verbatim|highlight|comment)\b[^]*?\{%-?\s*end\1\s*-?%\}|\{#[^]*?#\}|<!--[^]*?-->/g;
const inMarkdown =
  /^[ \t>]*(`{3,}|~{3,})[^]*?(?:^[ \t>]*\1[`~]*[ \t]*$|$(?![^]))|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?[^`]\2(?!`)/gm;

function quoted(file: string, text: string): (readonly [start: number, end: number])[] {
  const patterns = file.endsWith(".md") ? [inTemplates, inMarkdown] : [inTemplates];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length] as const),
  );
}
