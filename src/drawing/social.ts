import type { Chart } from "../chart/chart.ts";
import { LIGHT } from "../chart/palette.ts";
import { wrap } from "../chart/measure.ts";
import { seriesColour } from "../chart/theme.ts";
import { Recorder } from "./recorder.ts";
import type { Sheet } from "./sheet.ts";
import { type Fitted, fitChart } from "./social-chart.ts";

/** What a post shows of itself where its link is shared. */
export interface Social {
  readonly title: string;
  /** The first of them for which there is room, in two lines at most, stands below the title. */
  readonly sentences: readonly string[];
  /** The site's name. */
  readonly site: string;
  readonly chart: Chart | null;
}

/** In pixels: the shape for which networks ask. */
export const SOCIAL = { width: 1200, height: 630 } as const;

/** Width of the coloured edge on the left. */
const EDGE = 16;
const LEFT = 56;
const WIDTH = SOCIAL.width - 2 * LEFT;
/** Baseline of the site's name. */
const FOOT = SOCIAL.height - 28;

/** Sizes of the title in pixels and the lines it may have then: large where it is short. */
const TITLES = [
  { size: 52, most: 1 },
  { size: 44, most: 1 },
  { size: 46, most: 2 },
  { size: 38, most: 3 },
] as const;

/** Semibold text is so much wider than what is measured. */
const BOLD = 1.07;

/** Words in the picture, and the chart with its place. */
interface Layout {
  readonly pen: Recorder;
  readonly top: number;
  readonly fitted: Fitted | null;
}

/**
 * A post's picture for networks and messengers, half as large as SOCIAL: PNG files have two pixels for each of a sheet. Literal light
 * colours, and text that is measured in the font of the PNG files. Without a sentence where the chart needs its room, and
 * without the chart where its text would be too small.
 */
export function composeSocial(social: Social): Sheet {
  const { pen, top, fitted } = layOut(social);
  pen.font = `600 24px ${LIGHT.fontFamily}`;
  for (const line of wrap(social.site, WIDTH, 24 * BOLD, 1)) pen.fillText(line, LEFT, FOOT);
  pen.fillStyle = seriesColour(LIGHT, 1);
  pen.beginPath();
  pen.rect(0, 0, EDGE, SOCIAL.height);
  pen.fill();
  return {
    width: SOCIAL.width / 2,
    height: SOCIAL.height / 2,
    background: LIGHT.background,
    parts: [{ items: pen.items, left: 0, top: 0, scale: 0.5 }, ...(fitted ? charts(fitted, top) : [])],
  };
}

function charts({ scale, head, chart, top: below }: Fitted, top: number): Sheet["parts"] {
  const part = { left: LEFT / 2, scale: scale / 2 };
  return [
    { ...part, items: head, top: top / 2 },
    { ...part, items: chart, top: (top + below * scale) / 2 },
  ];
}

/** With the chart where it has room beside any of the sentences, or none; the same of words alone. */
function layOut(social: Social): Layout {
  const ways = [
    (sentence: string) => layChart(social, sentence),
    (sentence: string) => layWords(social.title, sentence, 170, 1.3),
  ];
  for (const lay of ways) {
    for (const sentence of [...social.sentences, ""]) {
      const layout = lay(sentence);
      if (layout) return layout;
    }
  }
  throw new Error("words alone always have room");
}

/** Null where the sentence or the chart has no room. */
function layChart({ title, chart }: Social, sentence: string): Layout | null {
  const words = layWords(title, sentence, 30, 1);
  const fitted = words && chart && fitChart(chart, LIGHT, WIDTH, FOOT - 36 - words.top);
  return fitted && { ...words, fitted };
}

/** Title and sentence from a height on, in sizes times a factor; null where the sentence needs a third line. */
function layWords(title: string, sentence: string, from: number, factor: number): Layout | null {
  const small = Math.round(26 * factor);
  const below = wrap(sentence, WIDTH, small, 3);
  if (below.length > 2) return null;
  const pen = new Recorder(WIDTH, SOCIAL.height);
  let top = from;
  const { size, lines } = titleLines(title, factor);
  pen.font = `600 ${size}px ${LIGHT.fontFamily}`;
  pen.fillStyle = LIGHT.text;
  for (const line of lines) pen.fillText(line, LEFT, (top += Math.round(size * 1.18)));
  pen.font = `${small}px ${LIGHT.fontFamily}`;
  pen.fillStyle = LIGHT.muted;
  top += 12;
  for (const line of below) pen.fillText(line, LEFT, (top += Math.round(small * 1.3)));
  return { pen, top: top + 12, fitted: null };
}

/** The first size at which the whole title fits; the last one, cut, where none does. */
function titleLines(title: string, factor: number): { readonly size: number; readonly lines: readonly string[] } {
  const tried = TITLES.map(({ size, most }) => {
    const real = Math.round(size * factor);
    const lines = wrap(title, WIDTH, real * BOLD, most + 1);
    return { size: real, fits: lines.length <= most, lines: wrap(title, WIDTH, real * BOLD, most) };
  });
  return tried.find(({ fits }) => fits) ?? tried.at(-1)!;
}

/** Whether the font of PNG files has all characters of a text: it draws nothing for others. */
export function isDrawable(text: string): boolean {
  return /^[\t\n\r\x20-\x7e\xa0-\xff\u2009\u202f–—‘’‚“”„†•…‰′″‹›⁄€™−ŒœıˆˇŠš∕]*$/.test(text);
}
