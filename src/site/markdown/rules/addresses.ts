import type { MarkdownIt, Token } from "markdown-it";
import { mapAddresses } from "../../html/addresses.ts";
import { withSizes } from "../../html/sizes.ts";
import { articleOf, type ArticleState } from "../article.ts";

/** Links, pictures and author's HTML are written with the addresses that the medium needs. */
export function addresses(markdown: MarkdownIt): void {
  const { rules } = markdown.renderer;
  rules["link_open"] = (tokens, index, _options, env, self) =>
    `<a${self.renderAttrs(mapped(tokens[index]!, "href", articleOf(env)))}>`;
  rules["image"] = (tokens, index, options, env, self) => {
    const token = mapped(tokens[index]!, "src", articleOf(env));
    const size = articleOf(env).medium?.size(String(tokens[index]!.attrGet("src")));
    for (const [name, pixels] of Object.entries(size ?? {})) token.attrSet(name, String(pixels));
    token.attrSet("alt", self.renderInlineAsText(token.children ?? [], options, env));
    token.attrSet("loading", "lazy");
    token.attrSet("decoding", "async");
    return `<img${self.renderAttrs(token)}>`;
  };
  rules["html_block"] = rules["html_inline"] = (tokens, index, _options, env) => {
    const { medium } = articleOf(env);
    const html = tokens[index]!.content;
    if (!medium) return html;
    const sized = withSizes(html, (address) => medium.size(address));
    return mapAddresses(sized, (address) => medium.address(address));
  };
}

/** A copy: the same tokens are rendered for more than one medium. */
function mapped(token: Token, name: string, { medium }: ArticleState): Token {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token);
  copy.attrs = (token.attrs ?? []).map(([key, value]) => [
    key,
    key === name && medium ? medium.address(String(value)) : value,
  ]);
  return copy;
}
