import type { MarkdownIt } from "markdown-it";
import { escapeHtml } from "../../../chart/figure/html.ts";
import { highlight } from "../highlight.ts";

/** Code is highlighted when the site is built; a wide block scrolls, by keyboard too. */
export function code(markdown: MarkdownIt): void {
  markdown.renderer.rules["fence"] = (tokens, index) => {
    const { info, content } = tokens[index]!;
    const language = info.trim().split(/[\s{]/)[0]!.toLowerCase();
    return block(language, content);
  };
  markdown.renderer.rules["code_block"] = (tokens, index) => block("", tokens[index]!.content);
}

function block(language: string, content: string): string {
  const name = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
  return `<pre tabindex="0"><code${name}>${highlight(language, content) ?? escapeHtml(content)}</code></pre>\n`;
}
