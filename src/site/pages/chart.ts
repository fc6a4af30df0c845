import { escapeHtml } from "../../chart/figure/html.ts";
import { describe } from "../../chart/words.ts";
import { chartPageFigure, embeddedFigure } from "../charts/page-figure.ts";
import { documentPath } from "../charts/documents.ts";
import type { Figure } from "../charts/figure.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { absolute, href } from "../site.ts";
import { licenseAddress } from "./license.ts";
import { renderNumbers } from "./numbers.ts";
import { toView, type View } from "./view.ts";

/** A page for each chart: the picture, its words, and the table of its numbers, which needs no script. */
export function chartPages(project: Project): View[] {
  return [...project.posts, ...project.pages].flatMap((entry) =>
    project
      .figuresOf(entry)
      .flatMap((figure) =>
        project.memory.keep(`page ${figure.paths.page}`, [entry, figure, project.site], () => [
          chartPage(project, entry, figure),
          embedPage(project, entry, figure),
        ]),
      ),
  );
}

function chartPage(project: Project, entry: Entry, figure: Figure): View {
  const { site } = project;
  const { chart, paths } = figure;
  const words = toView(site, {
    path: paths.page,
    layout: "chart.html",
    title: `${chart.title} · ${entry.head.title}`,
    description: chart.caption,
    canonical: entry.head.draft ? null : absolute(site, paths.page),
    image: { url: absolute(site, paths.png), alt: `${chart.title}: ${describe(chart).name}`, size: null },
    charts: true,
    changed: entry.head.updated ?? (entry.date || null),
    page: {
      heading: chart.title,
      post: { href: `${href(site, entry.path)}#${encodeURIComponent(figure.id)}`, text: entry.head.title },
      files: [
        { href: href(site, paths.csv), text: "the numbers as CSV" },
        { href: href(site, documentPath(figure, "json")), text: "as JSON" },
        { href: href(site, documentPath(figure, "meta.json")), text: "what they are and where they come from" },
      ],
      frame: frameOf(project, figure),
    },
  });
  return withFigure(words, {
    // drawn when the page is: a check needs its address only
    get figureHtml() {
      return chartPageFigure(site, figure);
    },
    get numbersHtml() {
      return renderNumbers(site, figure);
    },
  });
}

/** A page with what is made of its chart only when it is shown. */
function withFigure(words: View, html: object): View {
  const page = Object.defineProperties({ ...words.page }, Object.getOwnPropertyDescriptors(html)) as object;
  return { ...words, page };
}

/** The chart without anything around it; nobody shall find it but in the page that shows it. */
function embedPage(project: Project, entry: Entry, figure: Figure): View {
  const { site } = project;
  const { chart, dataset, paths } = figure;
  const words = toView(site, {
    path: paths.embed,
    layout: "embed.html",
    title: chart.title,
    description: chart.caption,
    canonical: null,
    charts: true,
    page: {
      post: { href: `${absolute(site, entry.path)}#${encodeURIComponent(figure.id)}`, text: entry.head.title },
      license: dataset.license === undefined ? null : { href: licenseAddress(dataset.license), text: dataset.license },
    },
  });
  return withFigure(words, {
    get figureHtml() {
      return embeddedFigure(site, figure);
    },
  });
}

/** What somebody pastes into a page of their own. The height is that of a wide frame; the frame's page posts its own. */
function frameOf({ site }: Project, { chart, paths }: Figure): string {
  const [address, title] = [absolute(site, paths.embed), chart.title].map(escapeHtml);
  return `<iframe src="${address}" title="${title}" width="100%" height="${chart.height + 200}" loading="lazy"></iframe>`;
}
