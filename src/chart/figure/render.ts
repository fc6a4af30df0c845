import type { Chart } from "../chart.ts";
import { upwardTitle } from "../axis-title.ts";
import { endNames } from "../ends/names.ts";
import { renderFindings } from "./findings.ts";
import { escapeHtml, escapeJson } from "./html.ts";
import type { FigureLink } from "./link.ts";
import { toTable } from "../table.ts";
import { renderSwatch } from "./swatch.ts";
import { renderTable } from "./table.ts";

export interface FigureParts {
  /** The picture: markup that is safe as it is. */
  readonly svg: string;
  /** Level of the title in the page's outline. */
  readonly heading: 1 | 2 | 3 | 4 | 5 | 6;
  /** Accessible name of the picture, one sentence. */
  readonly name: string;
  /** What the picture shows, in words; one paragraph each. */
  readonly description: readonly string[];
  /** Sentences that the data support, computed. */
  readonly findings: readonly string[];
  readonly links: FigureLinks;
  /** Ids that the chart had before, to which links may still lead. */
  readonly former?: readonly string[];
  /** What the script needs; null for a page on which the chart stays a picture. */
  readonly script: FigureLink | null;
}

/** Where the chart's other forms are; null for one that there is not. */
export interface FigureLinks {
  /** The chart's own page, with its table. */
  readonly page: string | null;
  readonly csv: string | null;
  readonly svg: string | null;
  readonly png: string | null;
  /** The whole dataset. */
  readonly json: string | null;
}

/** A chart as it stands in a page: complete without script and without style, every text escaped. */
export function renderFigure(chart: Chart, parts: FigureParts): string {
  const id = escapeHtml(chart.id);
  const part = partId(chart.id);
  const script = parts.script === null ? "" : ` data-chart='${escapeJson(withoutWords(parts.script))}'`;
  const tag = `h${parts.heading}`;
  const named = endNames(chart)?.isWhole === true ? " chart-named" : "";
  return [
    `<figure class="chart flot${SHAPES.get(chart.height) ?? " chart-unsized"}${named}" id="${id}"${script} aria-labelledby="${part}-title">`,
    ...(parts.former ?? []).map((old) => `<span id="${escapeHtml(old)}"></span>`),
    `<${tag} class="chart-title" id="${part}-title">${escapeHtml(chart.title)}</${tag}>`,
    renderLegend(chart),
    `<p class="chart-unit">${escapeHtml(upwardTitle(chart))}</p>`,
    `<div class="chart-plot" role="img" aria-label="${escapeHtml(parts.name)}" aria-describedby="${part}-words${parts.findings.length === 0 ? "" : ` ${part}-findings`}">${parts.svg}</div>`,
    `<figcaption>${chart.caption === "" ? "" : `<p>${escapeHtml(chart.caption)}</p>`}`,
    renderFindings(parts.findings, `${part}-findings`),
    renderTools(chart, parts),
    `</figcaption></figure>`,
  ].join("");
}

/** The script needs no title and no caption: they stand in the figure. */
function withoutWords({ spec, ...link }: FigureLink): FigureLink {
  const { title: _title, caption: _caption, was: _was, ...figures } = spec;
  return { ...link, spec: figures };
}

/** The beginning of the ids of a figure's parts: references to ids are lists, which a space would break. */
function partId(id: string): string {
  return escapeHtml(id.replace(/\s/g, "_"));
}

/** The heights that figure.css knows, and by which class; a picture of any other height is laid out before it is seen. */
const SHAPES: ReadonlyMap<number, string> = new Map([
  [360, ""],
  [220, " flot-short"],
]);

function renderLegend(chart: Chart): string {
  const items = chart.series.map(
    (series) =>
      `<li data-series="${escapeHtml(series.id)}"><span class="chart-key">${renderSwatch(series.style, chart.mark)}<bdi>${escapeHtml(series.label)}</bdi></span></li>`,
  );
  return `<ul class="chart-legend" aria-label="Series">${items.join("")}</ul>`;
}

function renderTools(chart: Chart, { description, links }: FigureParts): string {
  const { id } = chart;
  const words = description.map((text) => `<p>${escapeHtml(text)}</p>`).join("");
  const items = [
    link(links.page, "Table", ` class="chart-to-table"`),
    link(links.csv, "CSV", " download"),
    link(links.svg, "SVG", " download"),
    link(links.png, "PNG", " download"),
    link(links.json, "Data", ` title="The whole dataset as JSON"`),
    link(`#${encodeURIComponent(id)}`, "Link", ` title="Address of this chart"`),
  ];
  const details = `<details class="chart-words"><summary>In words</summary><div id="${partId(id)}-words">${words}</div></details>`;
  return `${details}${links.page === null ? "" : renderNumbers(chart)}<ul class="chart-links">${items.join("")}</ul>`;
}

/** So many figures are a few hundred bytes. Those of longer tables would weigh more than all the rest of an article. */
const FEW = 120;

/** A short table for readers without script, for whom the link to it leads to another page. */
function renderNumbers(chart: Chart): string {
  const points = chart.series.reduce((sum, { x, thinned }) => sum + (thinned?.points ?? x.length), 0);
  const table = points > FEW ? null : toTable(chart);
  if (table === null || table.rows.length === 0 || table.rows.length * table.columns.length > FEW) return "";
  const numbers = renderTable(table, { caption: chart.title });
  return `<noscript><details class="chart-short"><summary>Numbers</summary><div class="chart-table" tabindex="0" role="region" aria-label="Numbers">${numbers}</div></details></noscript>`;
}

function link(href: string | null, text: string, attributes: string): string {
  return href === null ? "" : `<li><a href="${escapeHtml(href)}"${attributes}>${text}</a></li>`;
}
