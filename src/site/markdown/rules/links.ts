import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { decodeAddress } from "../../decode-address.ts";
import { addressesIn } from "../../html/addresses.ts";
import { articleOf, type ArticleState } from "../article.ts";
import { locate } from "../locate.ts";

/** Gathers every address that the article names, so that the site can say which of them lead nowhere. */
export function links(markdown: MarkdownIt): void {
  markdown.core.ruler.after("undefined_notes", "links", (state: StateCore) => {
    const env = articleOf(state.env);
    for (const token of state.tokens) {
      if (token.type === "html_block") gather(env, token, token);
      for (const [index, child] of (token.children ?? []).entries())
        gather(env, token, child, token.children![index + 1]);
    }
  });
}

/** `next` is what follows the token: of a link, the beginning of its words. */
function gather(env: ArticleState, block: Token, token: Token, next?: Token): void {
  const add = (found: string | number | null, embedded: boolean): void => {
    const address = String(found ?? "");
    const offset = address === "" ? findEmpty(env, block, token, next) : find(env, block, address);
    env.links.push({ address, embedded, offset });
  };
  if (token.type === "link_open") add(token.attrGet("href"), false);
  else if (token.type === "image") add(token.attrGet("src"), true);
  else if (token.type === "html_block" || token.type === "html_inline") {
    const embedded = /<(?:img|script|video|audio|source|iframe|link|object)\b/i.test(token.content);
    for (const address of addressesIn(token.content)) add(address, embedded);
  }
}

/** Where nothing is written there are the words before it, or the attribute that holds nothing. */
function findEmpty(env: ArticleState, block: Token, { type, content }: Token, next: Token | undefined): number {
  const from = (env.links.findLast(({ address }) => address === "")?.offset ?? -1) + 1;
  if (type.startsWith("html")) {
    const written = /(?:href|src|poster)\s*=\s*(["'])\s*\1/i.exec(content)?.[0];
    return locate(env, block, written ?? "<", from);
  }
  const words = type === "image" ? content : (next?.content ?? "");
  const offset = locate(env, block, `${words}](`, from);
  const isThere = env.source.text.startsWith(`${words}](`, offset);
  return isThere ? offset + words.length + 2 : locate(env, block, `[${words}]`, from);
}

/** Markdown writes what addresses cannot hold as %…; a link by reference names its address elsewhere in the article. */
function find(env: ArticleState, block: Token, encoded: string): number {
  const { text } = env.source;
  const address = encoded.includes("%") && !text.includes(encoded, env.bodyOffset) ? decodeAddress(encoded) : encoded;
  const near = locate(env, block, address);
  if (text.startsWith(address, near)) return near;
  const defined = text.indexOf(`]: ${address}`, env.bodyOffset);
  return defined === -1 ? near : defined + 3;
}
