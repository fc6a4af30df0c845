import type { Chart } from "../chart/chart.ts";
import { namesAt } from "../chart/ends/names.ts";
import { LIGHT } from "../chart/palette.ts";
import { wrap } from "../chart/measure.ts";
import type { Theme } from "../chart/theme.ts";
import { escapeXml } from "./escape.ts";
import { drawHead, SAFE } from "./head.ts";
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
}

const MARGIN = 16;

/**
 * The chart as an SVG file: for feeds, downloads and `<img>`. It has all that the page says around a figure, its own
 * background and literal colours.
 */
export function drawStandalone(chart: Chart, options: StandaloneOptions = {}): string {
  const { width = 720, theme = LIGHT, title = true, source } = options;
  const inner = width - 2 * MARGIN;
  const head = new Recorder(inner, chart.height);
  const legend = namesAt(chart, inner)?.isWhole !== true;
  const top = drawHead(head, chart, theme, inner, { titled: title, legend });
  const foot = new Recorder(inner, chart.height);
  const below = drawFoot(foot, [chart.caption, source ?? ""], theme, inner);
  const height = MARGIN + top + chart.height + below + MARGIN;
  const parts = [
    plainElements(head.items),
    plainElements(record(chart, theme, inner, 1), top),
    plainElements(foot.items, top + chart.height),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" `,
    `font-family="${escapeXml(theme.fontFamily)}" font-size="12" role="img"><title>${escapeXml(chart.title)}</title>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}" fill="${theme.background}"/>`,
    ...parts,
    `</svg>\n`,
  ].join("");
}

/** Caption and source, in lines; returns their height. */
function drawFoot(pen: Recorder, texts: readonly string[], theme: Theme, width: number): number {
  pen.font = `12px ${theme.fontFamily}`;
  pen.fillStyle = theme.muted;
  let y = 0;
  for (const text of texts) {
    if (text.trim() !== "") for (const words of wrap(text, width, SAFE, 4)) pen.fillText(words, 0, (y += 17));
  }
  return y;
}
