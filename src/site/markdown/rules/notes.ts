import type { MarkdownIt, StateCore } from "markdown-it";
import { escapeHtml } from "../../../chart/figure/html.ts";
import { articleOf, type ArticleState } from "../article.ts";
import { locate, warn } from "../locate.ts";

const undefinedNote = /\[(?:\^|fn-)[^\]\s]*\]/g;

/** Notes that are referred to and not defined stay as they are written, with a warning; those that are defined get names that can be heard. */
export function notes(markdown: MarkdownIt): void {
  markdown.core.ruler.after("headings", "undefined_notes", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const token of state.tokens) {
      for (const child of token.children ?? []) {
        if (child.type !== "text") continue;
        for (const [note] of child.content.matchAll(undefinedNote)) {
          const help = `Define it: a line that begins with ${note.startsWith("[^") ? note : `[^${note.slice(1)}`}: and the note.`;
          warn(
            env,
            locate(env, token, note),
            "undefined-note",
            `the note ${note} is not defined; it stays as text`,
            help,
          );
        }
      }
    }
  });
  const { rules } = markdown.renderer;
  rules["footnote_caption"] = (tokens, index) => {
    const { id, subId } = tokens[index]!.meta as { id: number; subId: number };
    return `${id + 1}${subId > 0 ? `:${subId}` : ""}`;
  };
  rules["footnote_block_open"] = () => '<section class="footnotes" aria-label="Notes"><ol>\n';
  rules["footnote_block_close"] = () => "</ol></section>\n";
  rules["footnote_ref"] = (tokens, index, options, env, self) => {
    const [id, caption, twin] = noteNames(tokens, index, options, env, self);
    const address = toAddress(articleOf(env), `#fn${id}`);
    return `<sup class="note"><a href="${address}" id="fnref${id}${twin}" aria-label="Note ${caption}">${caption}</a></sup>`;
  };
  rules["footnote_anchor"] = (tokens, index, options, env, self) => {
    const [id, caption, twin] = noteNames(tokens, index, options, env, self);
    const address = toAddress(articleOf(env), `#fnref${id}${twin}`);
    return ` <a class="back" href="${address}" aria-label="Back to where note ${caption} stands">↩︎</a>`;
  };
}

type Rule = NonNullable<MarkdownIt["renderer"]["rules"][string]>;

function noteNames(
  ...[tokens, index, options, env, self]: Parameters<Rule>
): [id: string, caption: string, twin: string] {
  const { subId } = tokens[index]!.meta as { subId: number };
  const id = self.rules["footnote_anchor_name"]!(tokens, index, options, env, self);
  const caption = self.rules["footnote_caption"]!(tokens, index, options, env, self);
  return [id, caption, subId > 0 ? `:${subId}` : ""];
}

function toAddress(env: ArticleState, fragment: string): string {
  return escapeHtml(env.medium?.address(fragment) ?? fragment);
}
