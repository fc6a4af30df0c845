import type { Chart } from "../../../src/chart/chart.ts";
import { LIGHT } from "../../../src/chart/palette.ts";
import { toChart } from "../../../src/chart/to-chart.ts";
import { parseDataset } from "../../../src/benchmark/parse.ts";
import { drawStandalone } from "../../../src/drawing/standalone.ts";
import { drawCard } from "./card.ts";
import { accents, darkStyle } from "./colours.ts";
import { pairs } from "./pairs.ts";
import type { ChartPart } from "./picture.ts";

const WIDTH = 320;
const MARGIN = 16;
const INNER = WIDTH - 2 * MARGIN;
/** Height of the words above a picture, with its sign. */
const HEAD = 30;

const words = { wrong: "Not so", right: "But so" } as const;
const signs = { wrong: "M273 7l10 10M283 7l-10 10", right: "M271 13l5 5 9-11" } as const;

/** One picture of a pair, small enough for two side by side on a screen and for one on a telephone. */
export function drawPicture(rule: string, side: "wrong" | "right"): string {
  let down = HEAD;
  const drawn: string[] = [];
  for (const part of [pairs[rule]![side]].flat()) {
    const { svg, height } = "card" in part ? drawCard(part.card, INNER, accents[side].light) : drawChart(rule, part);
    drawn.push(`<g transform="translate(0 ${down})">${svg}</g>`);
    down += height + 6;
  }
  const height = Math.ceil(down + 2 * MARGIN - 6);
  const box = `width="${WIDTH}" height="${height}"`;
  const body = [
    `<rect x="${-MARGIN}" y="${-MARGIN}" ${box} fill="${LIGHT.background}"/>`,
    `<text y="18" font-size="16" font-weight="600" fill="${LIGHT.text}">${words[side]}</text>`,
    `<path d="${signs[side]}" stroke="${accents[side].light}" stroke-width="2.5" stroke-linecap="round"/>`,
    ...drawn,
  ].join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} viewBox="${-MARGIN} ${-MARGIN} ${WIDTH} ${height}" `,
    `font-family="${LIGHT.fontFamily}" font-size="12" fill="none" role="img"><title>${words[side]}</title>`,
    `${darkStyle(body)}${body}</svg>\n`,
  ].join("");
}

/** A chart without its frame, and its height. */
function drawChart(rule: string, part: ChartPart): { svg: string; height: number } {
  const svg = drawStandalone(chartOf(rule, part), { width: WIDTH, title: false });
  const [, height] = /^<svg [^>]*? height="(\d+)"/.exec(svg) ?? [];
  const [, inner = ""] = /<rect [^>]*\/>(.*)<\/svg>/s.exec(svg) ?? [];
  return { svg: inner + secondAxisOf(inner, part), height: Number(height) - 2 * MARGIN };
}

function chartOf(rule: string, { data, height = 190, secondAxis, ...spec }: ChartPart): Chart {
  const text = JSON.stringify({ schema: "benchpost/1", title: rule, ...data });
  const { dataset } = parseDataset({ file: `${rule}.json`, text }, rule);
  const metric = spec.metric ?? [...dataset.metrics.keys()][0]!;
  const described = { reference: "none", ...spec, metric } as const;
  const { chart, problems } = toChart(dataset, rule, described, { styles: new Map(), low: true });
  if (chart === null) throw new Error(problems.map(({ fact }) => fact).join("; "));
  const rightMargin = secondAxis === undefined ? chart.rightMargin : 32;
  const caption = spec.caption ?? "";
  return { ...chart, caption, height: chart.orientation === "lying" ? chart.height : height, rightMargin };
}

/** The figures of the y-axis once more at the other end, times a factor. */
function secondAxisOf(svg: string, { secondAxis }: ChartPart): string {
  if (secondAxis === undefined) return "";
  const [, axis = ""] = /text-anchor="end">((?:(?!<\/g>).)*)<\/g>/.exec(svg) ?? [];
  const figures = [...axis.matchAll(/<text x="([\d.]+)" (y="[\d.]+")>([\d\s]+)<\/text>/g)].map(
    ([, , y, value]) => `<text x="${INNER}" ${y}>${Math.round(Number(value!.replace(/\s/g, "")) * secondAxis)}</text>`,
  );
  return `<g fill="${LIGHT.muted}" text-anchor="end">${figures.join("")}</g>`;
}
