import type { Token } from "markdown-it";
import { diagnose } from "../../source/source.ts";
import type { ArticleState } from "./article.ts";

/**
 * Offset in the source of a text that a token holds: the first occurrence in the token's lines, not before `from`.
 * Markdown's parser keeps lines only; where the text is not found as written, the line's beginning has to do.
 */
export function locate(env: ArticleState, token: Token, needle: string, from = 0): number {
  const { text } = env.source;
  const lines = token.map;
  if (!lines) return Math.max(0, text.indexOf(needle, env.bodyOffset));
  const start = lineOffset(text, env.bodyOffset, lines[0]);
  const end = lineOffset(text, env.bodyOffset, lines[1]);
  const found = text.indexOf(needle, Math.max(start, from));
  return found === -1 || found >= end ? start : found;
}

function lineOffset(text: string, from: number, line: number): number {
  let offset = from;
  for (let left = line; left > 0; left--) {
    const end = text.indexOf("\n", offset);
    if (end === -1) return text.length;
    offset = end + 1;
  }
  return offset;
}

/** Notes a warning about the article. */
export function warn(env: ArticleState, offset: number, code: string, fact: string, help: string): void {
  env.diagnostics.push(diagnose(env.source, offset, code, fact, help, "warning"));
}

/** Notes an error in the article. */
export function fail(env: ArticleState, offset: number, code: string, fact: string, help: string): void {
  env.diagnostics.push(diagnose(env.source, offset, code, fact, help));
}
