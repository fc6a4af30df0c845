import type { Chart } from "../chart/chart.ts";
import { namesAt } from "../chart/ends/names.ts";
import { LIGHT } from "../chart/palette.ts";
import { textWidth, wrap } from "../chart/measure.ts";
import type { Theme } from "../chart/theme.ts";
import { ALL_VISIBLE, type ChartView } from "../chart/view.ts";
import { escapeXml } from "./escape.ts";
import { drawHead, SAFE } from "./head.ts";
import type { Item } from "./item.ts";
import { drawPanels } from "./panels.ts";
import { plainElements } from "./plain.ts";
import { record } from "./record.ts";
import { Recorder } from "./recorder.ts";

export interface StandaloneOptions {
  /** In CSS pixels. */
  readonly width?: number;
  readonly theme?: Theme;
  /** Whether the picture bears its title; off where a page around it does. */
  readonly title?: boolean;
  /** Where the chart comes from: a line below it. */
  readonly source?: string;
  /** What a reader has made of it. */
  readonly view?: ChartView;
  /** Whether each series has a picture of its own. */
  readonly panels?: boolean;
}

const MARGIN = 16;

/** A picture that stands alone, drawn but not yet in the form of a file. Lengths are in CSS pixels. */
export interface Standalone {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Around all that is drawn. */
  readonly margin: number;
  readonly theme: Theme;
  /** From the top down. */
  readonly parts: readonly Part[];
}

/** What is drawn together, and how far it is moved. */
export interface Part {
  readonly items: readonly Item[];
  readonly across: number;
  readonly down: number;
}

/**
 * The chart as an SVG file: for feeds, downloads and `<img>`. It has all that the page says around a figure, its own
 * background and literal colours.
 */
export function drawStandalone(chart: Chart, options: StandaloneOptions = {}): string {
  return writeStandalone(composeStandalone(chart, options));
}

/** A drawn picture as an SVG file. */
export function writeStandalone({ title, width, height, margin, theme, parts }: Standalone): string {
  const box = `width="${width}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} viewBox="${-margin} ${-margin} ${width} ${height}" `,
    `font-family="${escapeXml(theme.fontFamily)}" font-size="12" fill="none" role="img"><title>${escapeXml(title)}</title>`,
    `<rect x="${-margin}" y="${-margin}" ${box} fill="${theme.background}"/>`,
    ...parts.map(({ items, across, down }) =>
      across === 0
        ? plainElements(items, down)
        : `<g transform="translate(${across} 0)">${plainElements(items, down)}</g>`,
    ),
    `</svg>\n`,
  ].join("");
}

/** Draws title, legend, chart, caption and source. */
export function composeStandalone(chart: Chart, options: StandaloneOptions = {}): Standalone {
  const { theme = LIGHT, view = ALL_VISIBLE, panels = false } = options;
  const { width, head, top, foot, below } = composeAround(chart, options);
  const inner = width - 2 * MARGIN;
  const picture = panels
    ? drawPanels(chart, theme, inner, top, view)
    : { parts: [{ items: record(chart, theme, inner, 1, view), across: 0, down: top }], height: chart.height };
  return {
    title: chart.title,
    width,
    height: heightOf(top, picture.height, below),
    margin: MARGIN,
    theme,
    parts: [
      { items: head.items, across: 0, down: 0 },
      ...picture.parts,
      { items: foot.items, across: 0, down: top + picture.height },
    ],
  };
}

/** How large a chart's picture with its source is, in CSS pixels: known without drawing it. */
export function standaloneSize(chart: Chart, source: string): Pick<Standalone, "width" | "height"> {
  const { width, top, below } = composeAround(chart, { source });
  return { width, height: heightOf(top, chart.height, below) };
}

function heightOf(top: number, picture: number, below: number): number {
  return MARGIN + top + picture + below + MARGIN;
}

interface Around {
  readonly width: number;
  /** What stands above the picture, and how high it is. */
  readonly head: Recorder;
  readonly top: number;
  /** What stands below it, and how high that is. */
  readonly foot: Recorder;
  readonly below: number;
}

function composeAround(chart: Chart, options: StandaloneOptions): Around {
  const { width = 720, theme = LIGHT, title = true, source, view = ALL_VISIBLE, panels = false } = options;
  const inner = width - 2 * MARGIN;
  const head = new Recorder(inner, chart.height);
  const visible = { ...chart, series: chart.series.filter(({ id }) => !view.hidden.has(id)) };
  const legend = !panels && namesAt(chart, inner)?.isWhole !== true;
  const top = drawHead(head, visible, theme, inner, { titled: title, legend });
  const foot = new Recorder(inner, chart.height);
  const below = drawFoot(foot, [chart.caption, source ?? ""], theme, inner);
  return { width, head, top, foot, below };
}

/** Caption and source, in lines; returns their height. */
function drawFoot(pen: Recorder, texts: readonly string[], theme: Theme, width: number): number {
  pen.font = `12px ${theme.fontFamily}`;
  pen.fillStyle = theme.muted;
  let y = 0;
  for (const text of texts) {
    if (text.trim() === "") continue;
    for (const words of wrap(breakable(text, width), width, SAFE, 4)) pen.fillText(words, 0, (y += 17));
  }
  return y;
}

/** A text with spaces in words that are wider than a line, such as addresses. */
function breakable(text: string, width: number): string {
  const words = text.split(" ").map((word) => {
    if (textWidth(word, SAFE) <= width) return word;
    const lines = [""];
    for (const character of word) {
      if (textWidth(lines.at(-1)! + character, SAFE) > width) lines.push("");
      lines[lines.length - 1] += character;
    }
    return lines.join(" ");
  });
  return words.join(" ");
}
