import type { Env, MarkdownIt, StateCore } from "markdown-it";
import { articleOf } from "../article.ts";

/** Tables scroll inside a box of their own on narrow screens; alignment is a class, because the site's policy forbids `style`. */
export function tables(markdown: MarkdownIt): void {
  markdown.core.ruler.push("table_alignment", (state: StateCore) => {
    for (const token of state.tokens) {
      const alignment = /^text-align:(left|center|right)$/.exec(String(token.attrGet("style")))?.[1];
      if (alignment === undefined) continue;
      token.attrs = token.attrs!.filter(([name]) => name !== "style");
      token.attrSet("class", alignment);
    }
  });
  markdown.renderer.rules["table_open"] = (_tokens, _index, _options, env) =>
    inPage(env) ? '<div class="wide" tabindex="0"><table>\n' : "<table>\n";
  markdown.renderer.rules["table_close"] = (_tokens, _index, _options, env) =>
    inPage(env) ? "</table></div>\n" : "</table>\n";
}

function inPage(env: Env | undefined): boolean {
  return articleOf(env).medium?.name === "page";
}
