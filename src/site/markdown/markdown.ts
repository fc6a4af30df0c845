import MarkdownIt from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { Source } from "../../source/source.ts";
import { passive } from "./passive.ts";
import { type Article, articleOf, type ArticleState, type Medium } from "./article.ts";
import { addresses } from "./rules/addresses.ts";
import { authorsHtml } from "./rules/authors-html.ts";
import { code } from "./rules/code.ts";
import { flot } from "./rules/flot.ts";
import { headings } from "./rules/headings.ts";
import { links } from "./rules/links.ts";
import { openHtml } from "./rules/open-html.ts";
import { notes } from "./rules/notes.ts";
import { quotes } from "./rules/quotes.ts";
import { rawHtml } from "./rules/raw-html.ts";
import { closedScript } from "./rules/closed-script.ts";
import { spacedAddresses } from "./rules/spaced-addresses.ts";
import { tables } from "./rules/tables.ts";
import { words } from "./rules/words.ts";
import { renderClean } from "./sanitise/render.ts";
import type { Sanitiser } from "./sanitise/sanitiser.ts";

/** The Markdown of posts: CommonMark, tables, footnotes and the rules of this folder, in the order in which they work. */
const markdown = MarkdownIt({ html: true, typographer: false })
  .use(footnotes)
  .use(closedScript)
  .use(rawHtml)
  .use(openHtml)
  .use(flot)
  .use(authorsHtml)
  .use(headings)
  .use(notes)
  .use(quotes)
  .use(links)
  .use(spacedAddresses)
  .use(words)
  .use(tables)
  .use(code)
  .use(addresses);

/** Ids that the layouts use themselves. */
const reserved = ["content", "contents", "notes", "method", "known-limits"];

/**
 * Parses the Markdown of a source from an offset on. Never throws; what is wrong comes with the result. With a sanitiser, no HTML of
 * the author's is shown that it does not let pass.
 */
export function parseArticle(
  source: Source,
  bodyOffset: number,
  slug: string | null,
  sanitiser: Sanitiser | null = null,
): Article {
  const article: ArticleState = {
    source,
    bodyOffset,
    slug,
    ids: new Set(reserved),
    headings: [],
    flots: [],
    quotes: [],
    links: [],
    diagnostics: [],
    sanitiser,
    words: 0,
    medium: null,
  };
  const env = { article };
  const tokens = markdown.parse(source.text.slice(bodyOffset), env);
  const { headings, flots, links, ids, words, diagnostics } = article;
  return { tokens, headings, flots, quotes: article.quotes, links, ids, words, diagnostics, env };
}

/** The article's HTML for a medium. */
export function renderArticle({ tokens, env }: Article, medium: Medium): string {
  const shown = medium.name === "feed" ? passive(tokens) : tokens;
  const article = articleOf(env);
  const render = (to: Medium): string =>
    markdown.renderer.render(shown, markdown.options, { ...env, article: { ...article, medium: to } });
  const { sanitiser, source } = article;
  return sanitiser === null ? render(medium) : renderClean(sanitiser, source.text, medium, render);
}
