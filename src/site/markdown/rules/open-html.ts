import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { openEnd } from "../../html/open.ts";
import type { Tag } from "../../html/tags.ts";
import { unpaired } from "../../html/unpaired.ts";
import { articleOf, type ArticleState } from "../article.ts";
import { fail, locate, warn } from "../locate.ts";
import { hasClass } from "./raw-html.ts";

/**
 * Author's HTML that ends too late or never. What would swallow the rest of the page, below the article too, is an error and cut;
 * an element that is only left open is said, since all that follows would be a part of it.
 */
export function openHtml(markdown: MarkdownIt): void {
  markdown.core.ruler.before("raw_html", "open_html", (state: StateCore) => {
    const env = articleOf(state.env);
    const pieces = piecesOf(state.tokens);
    for (const { token, lines } of pieces) if (token.type === "html_block") cutOpenEnd(env, token, lines);
    const single = unpaired(pieces.map(({ token }) => token.content));
    for (const [index, { token, lines }] of pieces.entries()) {
      for (const tag of single[index]!) sayUnpaired(env, lines, token, tag);
    }
  });
}

/** Elements that have no end, and those whose end may be left out (HTML, 13.1.2). */
const endless = new Set(
  (
    "area base br col embed hr img input link meta param source track wbr " +
    "p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt html head body"
  ).split(" "),
);

function sayUnpaired(env: ArticleState, lines: Token, { type, content }: Token, tag: Tag): void {
  // Of charts the rule for them speaks.
  if (endless.has(tag.name) || (tag.kind === "open" && hasClass(tag, "flot"))) return;
  const offset = placeOf(env, lines, content, tag);
  // Also written where no HTML was meant: List<string>.
  const meant = type === "html_inline" ? `; in backticks, \`<${tag.name}>\`, it is shown as it stands` : "";
  const [fact, help] =
    tag.kind === "open"
      ? [
          `the element <${tag.name}> is never closed`,
          `Write </${tag.name}> where it ends, or all that follows is a part of it`,
        ]
      : [
          `</${tag.name}> closes an element that was never opened`,
          `Delete it, or write <${tag.name}> where the element begins`,
        ];
  warn(env, offset, "html-open", fact, `${help}${meant}.`);
}

/** Author's HTML in its order, each with the token that knows its lines. */
function piecesOf(tokens: readonly Token[]): { token: Token; lines: Token }[] {
  return tokens.flatMap((lines) =>
    lines.type === "html_block"
      ? [{ token: lines, lines }]
      : (lines.children ?? []).flatMap((token) => (token.type === "html_inline" ? [{ token, lines }] : [])),
  );
}

/** Exactly where the piece stands in the source as it is: the same tag may have stood before. */
function placeOf(
  env: ArticleState,
  lines: Token,
  html: string,
  { start, end }: { start: number; end: number },
): number {
  const whole = html.slice(0, end);
  const offset = locate(env, lines, whole);
  return env.source.text.startsWith(whole, offset) ? offset + start : locate(env, lines, html.slice(start, end));
}

const ends = {
  comment: [
    "a comment that begins here never ends",
    "Write --> behind it: all that follows in the page would be hidden.",
  ],
  tag: [
    "a tag that begins here never ends",
    "Write > at its end, and look for a quote that is missing: what follows would be a part of the tag.",
  ],
  element: [
    "an element that begins here never ends",
    "Write its closing tag: all that follows in the page would be a part of it.",
  ],
} as const;

function cutOpenEnd(env: ArticleState, token: Token, lines: Token): void {
  const end = openEnd(token.content);
  if (end === null) return;
  const [fact, help] = ends[end.kind];
  const place = placeOf(env, lines, token.content, { start: end.start, end: end.start + end.text.length });
  fail(env, place, "html-unended", fact, help);
  token.content = token.content.slice(0, end.start);
}
