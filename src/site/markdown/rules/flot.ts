import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { scanTags, type Tag } from "../../html/tags.ts";
import { articleOf, type ArticleState, type Flot } from "../article.ts";
import { fail, locate, warn } from "../locate.ts";
import { demote } from "./headings.ts";
import { type OpenFlot, splitHtml, unclosedFlots } from "./flot-html.ts";
import { hasClass } from "./raw-html.ts";

/**
 * Every element of class `flot` becomes a block of its own, wherever it stands in the text: a paragraph around it ends before
 * and goes on after it, because a figure inside a paragraph is no HTML.
 */
export function flot(markdown: MarkdownIt): void {
  markdown.core.ruler.after("raw_html", "flot", (state: StateCore) => {
    const env = articleOf(state.env);
    demote(state.tokens);
    const open: OpenFlot = { name: null, depth: 0 };
    const blocks: Token[] = [];
    let under = 1;
    const html = state.tokens.filter(({ type }) => type === "html_block");
    const starts = unclosedFlots(html.map(({ content }) => content));
    const unclosed = new Map(html.map((token, index) => [token, starts[index]!]));
    const place = (from: Token, tag: Tag, text: string, isClosed: boolean): Token => {
      const token = new state.Token("flot", "", 0);
      token.block = true;
      token.map = from.map;
      const found = describe(tag, locate(env, from, text, (env.flots.at(-1)?.offset ?? -1) + 1), under);
      env.flots.push(found);
      if (!isClosed) warnOfUnclosed(env, tag, found);
      token.meta = { flot: found };
      return token;
    };
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "heading_open") under = Number(token.tag.slice(1));
      if (token.type === "html_block") blocks.push(...fromHtml(state, token, open, unclosed.get(token)!, place));
      else if (token.type === "inline" && token.children?.some(isFlot)) {
        const frame = state.tokens[index - 1];
        if (frame?.type === "paragraph_open") splitParagraph(state, token, blocks, frame, place);
        else refuse(env, token, blocks);
      } else if (token.type === "paragraph_close" && blocks.at(-1)?.meta?.["emptied"]) blocks.pop();
      else blocks.push(token);
    }
    state.tokens = blocks;
  });
  markdown.renderer.rules["flot"] = (tokens, index, _options, env) =>
    articleOf(env).medium?.figure(tokens[index]!.meta!["flot"] as Flot) ?? "";
}

type Place = (from: Token, tag: Tag, text: string, isClosed: boolean) => Token;

function isFlot(token: Token): boolean {
  if (token.type !== "html_inline") return false;
  const tag = scanTags(token.content)[0];
  return tag?.kind === "open" && hasClass(tag, "flot");
}

function describe(tag: Tag, offset: number, under: number): Flot {
  const attributes = tag.attributes.map(({ name, value, start }) => ({
    name,
    value,
    offset: offset + start - tag.start,
  }));
  const id = tag.attributes.find(({ name }) => name === "id")?.value.trim();
  return { id: id || null, short: hasClass(tag, "flot-short"), attributes, offset, under };
}

function fromHtml(
  state: StateCore,
  token: Token,
  open: OpenFlot,
  unclosed: ReadonlySet<number>,
  place: Place,
): Token[] {
  return splitHtml(token.content, open, unclosed).map((piece) => {
    if (typeof piece !== "string") {
      return place(token, piece, token.content.slice(piece.start, piece.end), !unclosed.has(piece.start));
    }
    const html = new state.Token("html_block", "", 0);
    html.block = true;
    html.map = token.map;
    html.content = piece;
    return html;
  });
}

/** `frame` is the paragraph's opening, which stands last in `blocks`. */
function splitParagraph(state: StateCore, inline: Token, blocks: Token[], frame: Token, place: Place): void {
  let rest = inline.children!;
  for (let at = rest.findIndex(isFlot); at !== -1; at = rest.findIndex(isFlot)) {
    const element = rest[at]!;
    const tag = scanTags(element.content)[0]!;
    if (element.level > 0) misplaced(articleOf(state.env), inline, element);
    const before = trimmed(rest.slice(0, at));
    if (before.length > 0) blocks.push(part(state, inline, before), twin(state, frame, "paragraph_close", -1));
    else blocks.pop();
    const end = endOf(rest, at, tag);
    const isClosed = end !== null || tag.selfClosing;
    blocks.push(place(inline, tag, element.content, isClosed), twin(state, frame, "paragraph_open", 1));
    rest = rest.slice(end ?? at + 1);
  }
  const after = trimmed(rest);
  if (after.length > 0) blocks.push(part(state, inline, after));
  // Opened again after the chart and nothing to hold: its closing tag takes it away.
  else blocks.at(-1)!.meta = { emptied: true };
}

/** Index behind the closing tag that belongs to the chart's element; null where there is none. */
function endOf(children: readonly Token[], at: number, { name, selfClosing }: Tag): number | null {
  let depth = selfClosing ? 0 : 1;
  for (let index = at + 1; depth > 0 && index < children.length; index++) {
    const tag = children[index]!.type === "html_inline" ? scanTags(children[index]!.content)[0] : undefined;
    if (tag?.name !== name || tag.selfClosing) continue;
    depth += tag.kind === "open" ? 1 : -1;
    if (depth === 0) return index + 1;
  }
  return null;
}

function trimmed(children: Token[]): Token[] {
  const start = children.findIndex((child) => !isBlank(child));
  return start === -1 ? [] : children.slice(start, children.findLastIndex((child) => !isBlank(child)) + 1);
}

function isBlank({ type, content }: Token): boolean {
  return type === "softbreak" || type === "hardbreak" || (type === "text" && content.trim() === "");
}

function part(state: StateCore, inline: Token, children: Token[]): Token {
  return Object.assign(new state.Token("inline", "", 0), {
    map: inline.map,
    level: inline.level,
    block: true,
    children,
  });
}

function twin(state: StateCore, frame: Token, type: string, nesting: 1 | -1): Token {
  const { map, level, hidden } = frame;
  return Object.assign(new state.Token(type, "p", nesting), { map, level, hidden, block: true });
}

function warnOfUnclosed(env: ArticleState, { name }: Tag, { id, offset }: Flot): void {
  const fact =
    id === null ? "a chart's element is never closed" : `the element of chart ${JSON.stringify(id)} is never closed`;
  warn(
    env,
    offset,
    "chart-open",
    fact,
    `Write </${name}> right behind its tag. What follows is shown below the chart.`,
  );
}

function misplaced(env: ArticleState, inline: Token, element: Token): void {
  const fact = "a chart stands inside a heading, a link, emphasis or a table";
  const help = "Give it a line of its own, with an empty line before and after.";
  fail(env, locate(env, inline, element.content), "chart-place", fact, help);
}

function refuse(env: ArticleState, token: Token, blocks: Token[]): void {
  misplaced(env, token, token.children!.find(isFlot)!);
  blocks.push(token);
}
