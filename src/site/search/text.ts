import { toCard } from "../../benchmark/method/card.ts";
import { methodOf } from "../../benchmark/method/method.ts";
import { isLoadTest } from "../../benchmark/lint/facts.ts";
import { escapeHtml } from "../../chart/figure/html.ts";
import { isoDay, longDate } from "../dates.ts";
import { scanTags } from "../html/tags.ts";
import { applyEdits } from "../html/edit.ts";
import type { Flot, Quote } from "../markdown/article.ts";
import { methodIds } from "../pages/method-card.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { facetsOf } from "./facets.ts";

type Token = Entry["article"]["tokens"][number];

/**
 * What can be found of a post, as a small page that only the indexer reads: its words without pictures and tables of
 * figures, its headings with the ids that they have in the real page, and what readers narrow a search down by.
 */
export function searchText(project: Project, post: Entry): string {
  const { head, date, article } = post;
  const meta = [
    ...Object.entries({ date: isoDay(date), day: longDate(date, project.site.language) }).map(([name, value]) =>
      hidden("meta", name, value),
    ),
    ...facetsOf(project, post).map(({ name, value }) => hidden("filter", name, value)),
  ];
  const body = [
    `<h1>${escapeHtml(head.title)}</h1>`,
    `<p>${escapeHtml([head.summary, ...head.tags].join(" "))}</p>`,
    ...article.tokens.map((token) => blockText(project, token)),
    methodText(project, post),
  ];
  const language = escapeHtml(project.site.language);
  return `<html lang="${language}"><body data-pagefind-body>${meta.join("")}${body.join("\n")}</body></html>`;
}

/** The indexer's attributes: what it keeps beside the words of a page. */
function hidden(kind: "meta" | "filter", name: string, value: string): string {
  return `<i data-pagefind-${kind}="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
}

function blockText(project: Project, token: Token): string {
  switch (token.type) {
    case "heading_open":
      return `<${token.tag} id="${escapeHtml(String(token.attrGet("id")))}">`;
    case "heading_close":
      return `</${token.tag}>`;
    case "inline":
      return `${inlineText(project, token.children ?? [])} `;
    case "fence":
    case "code_block":
      return `<p>${escapeHtml(token.content)}</p>`;
    case "html_block":
      return `<p>${escapeHtml(withoutTags(token.content))}</p>`;
    case "flot":
      return chartText(project, token.meta!["flot"] as Flot);
    default:
      return token.nesting === -1 ? "<br>" : "";
  }
}

function inlineText(project: Project, children: readonly Token[]): string {
  const texts = children.map((child) => {
    if (child.type === "quote") return project.quoteAt(child.meta!["quote"] as Quote);
    return ["text", "code_inline", "image"].includes(child.type)
      ? child.content
      : child.type === "softbreak"
        ? " "
        : "";
  });
  return escapeHtml(texts.join(""));
}

function withoutTags(html: string): string {
  return applyEdits(
    html,
    scanTags(html).map(({ start, end }) => ({ start, end, text: " " })),
  );
}

/** A chart's title and caption, its series, and what the data say. */
function chartText(project: Project, flot: Flot): string {
  const figure = project.figureAt(flot);
  if (!figure) return "";
  const { chart, told } = figure;
  const labels = chart.series.map(({ label }) => label);
  return `<p>${escapeHtml([chart.title, chart.caption, labels.join(", "), ...told.fresh].join(". "))}</p>`;
}

/** How it was measured, as the page's own section says it. */
function methodText(project: Project, post: Entry): string {
  const shown = new Set(project.figuresOf(post).map(({ dataset }) => dataset));
  const cards = [...shown].map((dataset) =>
    toCard(dataset, methodOf(dataset, post.bench), { bench: post.bench, underLoad: isLoadTest({ dataset }) }),
  );
  const rows = cards.flatMap(({ groups }) => groups).flatMap((group) => group.rows);
  if (rows.length === 0) return "";
  const texts = rows.map(({ label, text }) => `${label}: ${text}.`);
  return `<h2 id="${methodIds.method}">How it was measured</h2><p>${escapeHtml(texts.join(" "))}</p>`;
}
