import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { applyEdits, type Edit } from "../../html/edit.ts";
import { scanTags, type Tag } from "../../html/tags.ts";
import { articleOf, type ArticleState } from "../article.ts";
import { locate, warn } from "../locate.ts";
import type { Sanitiser } from "../sanitise/sanitiser.ts";

/**
 * Author's HTML of a site with many authors: elements that may not stand are cut, and everything that goes is said with its
 * place. Rendering cleans once more, because pieces of HTML mean something together that none of them means alone.
 */
export function authorsHtml(markdown: MarkdownIt): void {
  markdown.core.ruler.after("flot", "authors_html", (state: StateCore) => {
    const env = articleOf(state.env);
    const { sanitiser } = env;
    if (sanitiser === null) return;
    for (const token of state.tokens) {
      if (token.type === "html_block") token.content = cleaned(env, token, token.content, sanitiser);
      for (const child of token.children ?? []) {
        if (child.type === "html_inline") child.content = cleaned(env, token, child.content, sanitiser);
      }
    }
  });
}

/** What is cut may have hidden tags that are there without it; each round makes the text shorter, so that this comes to an end. */
function cleaned(env: ArticleState, token: Token, html: string, sanitiser: Sanitiser): string {
  const tags = scanTags(html);
  const edits: Edit[] = [];
  let from = 0;
  for (const [index, tag] of tags.entries()) {
    if (tag.start < from) continue;
    if (sanitiser.allows(tag.name)) continue;
    const end = sanitiser.empties(tag.name) ? endOf(tags, index, html) : tag.end;
    edits.push({ start: tag.start, end, text: "" });
    from = end;
    if (tag.kind === "close") continue;
    const fact = `<${tag.name}> is left out, as every element that is not text, a table or a picture`;
    warn(env, locate(env, token, html.slice(tag.start, tag.end)), "html-removed", fact, help);
  }
  if (edits.length > 0) return cleaned(env, token, applyEdits(html, edits), sanitiser);
  for (const tag of tags) if (tag.kind === "open") warnOfAttributes(env, token, html, tag, sanitiser);
  return html;
}

const help = 'site.json says "html": "sanitised". Say it in Markdown, or ask who keeps the site.';

/** Where an element ends with all that it holds; with its tag where nothing closes it here. */
function endOf(tags: readonly Tag[], index: number, html: string): number {
  const { name, kind, end } = tags[index]!;
  if (kind === "close") return end;
  const close = tags.slice(index + 1).find((tag) => tag.kind === "close" && tag.name === name);
  return close ? Math.min(close.end, html.length) : end;
}

function warnOfAttributes(env: ArticleState, token: Token, html: string, tag: Tag, sanitiser: Sanitiser): void {
  for (const attribute of tag.attributes) {
    const lost = sanitiser.loses(tag.name, attribute);
    if (lost !== "all" && lost.length === 0) continue;
    const what =
      lost === "all" ? `the attribute ${attribute.name}` : `class ${lost.map((one) => JSON.stringify(one)).join(" ")}`;
    const offset = locate(env, token, html.slice(attribute.start, attribute.end));
    warn(env, offset, "html-removed", `${what} of <${tag.name}> is left out`, help);
  }
}
