import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { escapeHtml } from "../../../chart/figure/html.ts";
import { articleOf, type Quote } from "../article.ts";
import { fail, locate } from "../locate.ts";

const call = /\{\{(\s*[A-Za-z_][\w-]*\s*\([^{}]*)\}\}/y;

/**
 * `{{ peak("node-1") }}` in a text: a figure of the article's data, computed when the site is built. Only what is written like a
 * call counts; code and author's HTML blocks are left alone, and so is `\{{`.
 */
export function quotes(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("escape", "quote", rule);
  markdown.core.ruler.after("footnote_tail", "quotes", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const token of state.tokens) {
      let from = 0;
      for (const { found, pictured } of quotesIn(token.children ?? [])) {
        const written = `{{${found.content}}}`;
        const offset = locate(env, token, written, from);
        from = offset + 1;
        if (pictured) {
          const fact = "a figure of the data stands in the words of a picture, which does not change with the data";
          fail(env, offset, "quote-place", fact, "Say it in the text.");
        }
        const quote = quoteOf(found);
        quote.offset = offset + 2;
        env.quotes.push(quote);
      }
    }
  });
  markdown.renderer.rules["quote"] = (tokens, index, _options, env) =>
    escapeHtml(articleOf(env).medium?.quote(quoteOf(tokens[index]!)) ?? "");
}

/** The quotation that a token of type `quote` is. Its place is known when all of the text is read. */
export function quoteOf({ meta }: Token): { -readonly [Key in keyof Quote]: Quote[Key] } {
  return (meta as { readonly quote: Quote }).quote;
}

function rule(state: StateInline, silent: boolean): boolean {
  call.lastIndex = state.pos;
  const found = call.exec(state.src);
  if (!found) return false;
  if (!silent) {
    const token = state.push("quote", "", 0);
    const quote: Quote = { expression: found[1]!, offset: 0 };
    token.content = quote.expression;
    token.meta = { quote };
  }
  state.pos = call.lastIndex;
  return true;
}

/** All of an inline text, with those in the words of its pictures. */
function quotesIn(tokens: readonly Token[], pictured = false): { readonly found: Token; readonly pictured: boolean }[] {
  return tokens.flatMap((token) => {
    if (token.type === "quote") return { found: token, pictured };
    return quotesIn(token.children ?? [], pictured || token.type === "image");
  });
}
