import type { MarkdownIt, StateCore } from "markdown-it";
import { articleOf } from "../article.ts";
import { textOf } from "./headings.ts";

/** Counts the words that a reader has to read; code is looked at, not read. */
export function words(markdown: MarkdownIt): void {
  markdown.core.ruler.after("links", "words", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const { type, children } of state.tokens) {
      if (type === "inline") env.words += textOf(children ?? []).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    }
  });
}
