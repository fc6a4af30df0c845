import type { Chart } from "../../chart/chart.ts";
import type { FigureLink } from "../../chart/figure/link.ts";
import { renderFigure } from "../../chart/figure/render.ts";
import { drawFluid } from "../../drawing/fluid.ts";
import { href, type Site } from "../site.ts";
import { digestOf } from "../cache/key.ts";
import type { Figure } from "./figure.ts";
import { dataPath, levelsPath, linkToLevels } from "./levels.ts";
import { wordsOf } from "./words.ts";

/** A chart in its article: the picture now, what no chart before has said, and all that the script needs to bring it to life. */
export function pageFigure(site: Site, figure: Figure): string {
  const link = linkOf(site, figure);
  return render(
    site,
    figure,
    figure.told.fresh,
    href(site, figure.paths.page),
    figure.low ? { ...link, low: true } : link,
  );
}

/** The same on the chart's own page, where it says all that it can. */
export function chartPageFigure(site: Site, figure: Figure): string {
  return render(site, { ...figure, heading: 2 }, figure.told.all, null, linkOf(site, figure));
}

/** The same alone in a frame of somebody else's page. */
export function embeddedFigure(site: Site, figure: Figure): string {
  return render(site, { ...figure, heading: 1 }, [], href(site, figure.paths.page), linkOf(site, figure));
}

function linkOf(site: Site, figure: Figure): FigureLink {
  const { spec, order, dataset, chart } = figure;
  const levels = linkToLevels(figure, href(site, levelsPath(figure)));
  return {
    data: href(site, dataPath(figure)),
    dataset: dataset.name,
    spec,
    order,
    ...(chart.brackets.length > 0 ? { brackets: chart.brackets } : {}),
    ...(levels === null ? {} : { levels }),
  };
}

const drawn = new WeakMap<Chart, string>();

/** The article and the chart's own page show the same picture. */
function drawOnce({ chart, cache }: Pick<Figure, "chart" | "cache">): string {
  const draw = (): string => drawFluid(chart);
  const svg = drawn.get(chart) ?? cache.text("fluid", () => [digestOf(chart)], draw);
  drawn.set(chart, svg);
  return svg;
}

function render(
  site: Site,
  figure: Omit<Figure, "heading"> & { readonly heading: 1 | Figure["heading"] },
  findings: readonly string[],
  page: string | null,
  script: Parameters<typeof renderFigure>[1]["script"],
): string {
  const { chart, heading, paths, spec } = figure;
  const { name, paragraphs } = wordsOf(chart);
  const to = (path: string): string => href(site, path);
  const links = { page, csv: to(paths.csv), svg: to(paths.svg), png: to(paths.png), json: to(paths.json) };
  return renderFigure(chart, {
    svg: drawOnce(figure),
    heading,
    name,
    description: paragraphs,
    findings,
    links,
    former: spec.was ?? [],
    script,
  });
}
