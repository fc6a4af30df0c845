import type { MarkdownIt } from "markdown-it";
import { escapeHtml } from "../../../chart/figure/html.ts";
import { articleOf } from "../article.ts";

/** Code is highlighted when the site is built; a wide block scrolls, by keyboard too. */
export function code(markdown: MarkdownIt): void {
  markdown.renderer.rules["fence"] = (tokens, index, _options, env) => {
    const { info, content } = tokens[index]!;
    const language = info.trim().split(/[\s{]/)[0]!.toLowerCase();
    return block(language, content, articleOf(env).medium!.code(language, content));
  };
  markdown.renderer.rules["code_block"] = (tokens, index) => block("", tokens[index]!.content, null);
}

function block(language: string, content: string, highlighted: string | null): string {
  const name = language === "" ? "" : ` class="language-${escapeHtml(language)}"`;
  return `<pre tabindex="0"><code${name}>${highlighted ?? escapeHtml(content)}</code></pre>\n`;
}
