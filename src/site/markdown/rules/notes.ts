import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { escapeHtml } from "../../../chart/figure/html.ts";
import { articleOf, type ArticleState } from "../article.ts";
import { locate, warn } from "../locate.ts";

const undefinedNote = /\[(?:\^|fn-)[^\]\s]*\]/g;

/** Notes that are referred to and not defined stay as they are written, with a warning; those that are defined get names that can be heard. */
export function notes(markdown: MarkdownIt): void {
  markdown.core.ruler.after("headings", "undefined_notes", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const token of state.tokens) {
      let from = 0;
      for (const child of token.children ?? []) {
        if (child.type !== "text") continue;
        for (const [note] of child.content.matchAll(undefinedNote)) {
          const offset = locate(env, token, note, from);
          from = offset + 1;
          const help = `Define it: a line that begins with ${note.startsWith("[^") ? note : `[^${note.slice(1)}`}: and the note.`;
          warn(env, offset, "undefined-note", `the note ${note} is not defined; it stays as text`, help);
        }
      }
    }
  });
  const { rules } = markdown.renderer;
  rules["footnote_block_open"] = () => '<section class="footnotes" aria-label="Notes"><ol>\n';
  rules["footnote_block_close"] = () => "</ol></section>\n";
  rules["footnote_open"] = (tokens, index) => `<li id="fn${nameOf(tokens[index]!).number}">`;
  rules["footnote_ref"] = (tokens, index, _options, env) => {
    const { number, place } = nameOf(tokens[index]!);
    const address = toAddress(articleOf(env), `#fn${number}`);
    return `<sup class="note"><a href="${address}" id="fnref${place}" aria-label="Note ${number}">${number}</a></sup>`;
  };
  rules["footnote_anchor"] = (tokens, index, _options, env) => {
    const { place } = nameOf(tokens[index]!);
    const address = toAddress(articleOf(env), `#fnref${place}`);
    return ` <a class="back" href="${address}" aria-label="Back to the text at note ${place}">↩︎</a>`;
  };
}

/** A note's number, and the number with a letter for the second and later places that refer to it. */
function nameOf({ meta }: Token): { readonly number: number; readonly place: string } {
  const { id, subId = 0 } = meta as { id: number; subId?: number };
  const letter = subId === 0 ? "" : String.fromCodePoint("a".codePointAt(0)! + Math.min(subId, 25));
  return { number: id + 1, place: `${id + 1}${letter}` };
}

function toAddress(env: ArticleState, fragment: string): string {
  return escapeHtml(env.medium?.address(fragment) ?? fragment);
}
