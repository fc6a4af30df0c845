import type { Token } from "markdown-it";
import { activeElements, withoutActive } from "../html/active.ts";
import { scanTags } from "../html/tags.ts";

/** The tokens without author's HTML that does something: what a feed may hold. The tokens given stay as they are. */
export function passive(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    if (token.type === "html_block") return copy(token, { content: withoutActive(token.content) });
    return token.children ? copy(token, { children: passiveInline(token.children) }) : token;
  });
}

/** Between the tags of an inline element stand other tokens, which go with it. */
function passiveInline(children: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let inside: string | null = null;
  let depth = 0;
  for (const child of children) {
    const tag = child.type === "html_inline" ? scanTags(child.content)[0] : undefined;
    if (inside !== null) {
      if (tag?.name === inside && !tag.selfClosing) depth += tag.kind === "open" ? 1 : -1;
      if (depth === 0) inside = null;
    } else if (tag && activeElements.has(tag.name)) {
      if (tag.kind === "open" && !tag.selfClosing) [inside, depth] = [tag.name, 1];
    } else kept.push(child);
  }
  return kept;
}

function copy(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}
