import type { MarkdownIt, StateCore } from "markdown-it";
import { articleOf } from "../article.ts";
import { locate, warn } from "../locate.ts";

/** What stands between the parentheses of a link that Markdown took for text. */
const between = /\]\(([^()<>"]+)\)/g;

/** Warns of links and pictures that stay text because the name of their file has a space in it. */
export function spacedAddresses(markdown: MarkdownIt): void {
  markdown.core.ruler.after("links", "spaced_addresses", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const token of state.tokens) {
      let from = 0;
      for (const child of token.children ?? []) {
        if (child.type !== "text") continue;
        for (const [written, address = ""] of child.content.matchAll(between)) {
          if (!isFile(address)) continue;
          const offset = locate(env, token, written, from) + "](".length;
          from = offset;
          const help = `Put it in angle brackets, (<${address}>), or give the file a name without spaces.`;
          warn(env, offset, "dead-link", `${address} has a space, and is therefore no address`, help);
        }
      }
    }
  });
}

/** Words in parentheses may stand behind brackets without being meant as an address. */
function isFile(words: string): boolean {
  return words.includes(" ") && /\.[A-Za-z][A-Za-z0-9]{0,4}$/.test(words);
}
