import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { escapeHtml } from "../../../chart/figure/html.ts";
import { articleOf, type Heading, headingText } from "../article.ts";
import { quoteOf } from "./quotes.ts";

/** Every heading gets an id from its words and a link to itself. */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.after("flot", "headings", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const { id } of env.flots) if (id !== null) env.ids.add(id);
    for (const [index, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const children = state.tokens[index + 1]!.children!;
      const id = uniqueId(env.ids, textOf(children));
      token.attrSet("id", id);
      const anchor = new state.Token("heading_anchor", "", 0);
      const words = children.map((child) => (child.type === "quote" ? quoteOf(child) : wordsOf(child)));
      const heading: Heading = { level: Number(token.tag.slice(1)), id, words };
      anchor.meta = { heading };
      children.push(anchor);
      env.headings.push(heading);
    }
  });
  markdown.renderer.rules["heading_anchor"] = (tokens, index, _options, env) => {
    const { medium } = articleOf(env);
    if (medium?.name === "feed") return "";
    const { heading } = tokens[index]!.meta as { heading: Heading };
    const text = headingText(heading, (quote) => medium?.quote(quote) ?? "");
    return ` <a class="anchor" href="#${escapeHtml(heading.id)}" aria-label="Link to “${escapeHtml(text)}”">#</a>`;
  };
}

/** The page's one heading of the first level is its title: an article that begins with one of its own goes a level deeper. */
export function demote(tokens: readonly Token[]): void {
  const marks = tokens.filter(({ type }) => type === "heading_open" || type === "heading_close");
  if (!marks.some(({ tag }) => tag === "h1")) return;
  for (const mark of marks) mark.tag = `h${Math.min(6, Number(mark.tag.slice(1)) + 1)}`;
}

/** The words of inline tokens, without markup. */
export function textOf(children: readonly Token[]): string {
  return children.map(wordsOf).join("").trim();
}

function wordsOf({ type, content }: Token): string {
  if (type === "text" || type === "code_inline") return content;
  return type === "softbreak" || type === "hardbreak" ? " " : "";
}

function uniqueId(ids: Set<string>, text: string): string {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["section"];
  const base = words.join("-");
  let id = base;
  for (let count = 2; ids.has(id); count++) id = `${base}-${count}`;
  ids.add(id);
  return id;
}
