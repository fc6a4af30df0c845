import { fileName, seenPart } from "../chart/adjust/seen.ts";
import type { Chart } from "../chart/chart.ts";
import { toCsv } from "../chart/csv.ts";
import { type Origin, originLines, toDocument } from "../chart/document.ts";
import { replayStandalone } from "../drawing/replay.ts";
import { composeStandalone, drawStandalone, type StandaloneOptions } from "../drawing/standalone.ts";
import { fetchText } from "./surroundings.ts";

/** The forms that a file can have, with their names for people. */
export const FORMATS = { csv: "CSV", json: "JSON", svg: "SVG", png: "PNG" } as const;
export type Format = keyof typeof FORMATS;

/** What a reader sees of a chart. */
export interface Seen {
  readonly chart: Chart;
  readonly hidden: ReadonlySet<string>;
  /** Whether each series has a picture of its own. */
  readonly panels: boolean;
  /** Of the view. */
  readonly address: string;
  /** Of the chart's CSV, beside which lies where its figures come from; null where there is none. */
  readonly csv: string | null;
}

export interface SeenFile {
  readonly name: string;
  readonly content: Blob;
}

/** Pixels of a PNG to a CSS pixel. */
const SCALE = 2;

/** A file of what is seen, and no more: the series that are on, in the part and on the scale in which they are shown. */
export async function makeFile(format: Format, seen: Seen): Promise<SeenFile> {
  const { search } = new URL(seen.address);
  return { name: fileName(seen.chart, decodeURIComponent(search), format), content: await contentOf(format, seen) };
}

async function contentOf(format: Format, { chart, hidden, panels, address, csv }: Seen): Promise<Blob> {
  const picture: StandaloneOptions = { view: { hidden }, panels, source: address };
  switch (format) {
    case "svg":
      return new Blob([drawStandalone(chart, picture)], { type: "image/svg+xml" });
    case "png":
      return paint(chart, picture);
    case "csv": {
      const origin = await originAt(csv);
      const source = [address, ...(origin === null ? [] : originLines(origin))];
      return new Blob([toCsv(seenPart(chart, hidden), source)], { type: "text/csv" });
    }
    case "json": {
      const { $schema, ...origin } = (await originAt(csv)) ?? {};
      const document = { $schema, ...origin, ...toDocument(seenPart(chart, hidden)), view: address };
      return new Blob([`${JSON.stringify(document, null, 1)}\n`], { type: "application/json" });
    }
  }
}

/** What lies beside the CSV. A reader without a network still gets the figures that are here. */
async function originAt(csv: string | null): Promise<Origin | null> {
  if (csv === null) return null;
  try {
    return JSON.parse(await fetchText(csv.replace(/csv$/, "meta.json"))) as Origin;
  } catch (error) {
    console.warn(`a file says less of where its figures come from: ${String(error)}`);
    return null;
  }
}

/** The very drawing of the SVG on a canvas: the page's policy lets no picture of another address into one. */
async function paint(chart: Chart, options: StandaloneOptions): Promise<Blob> {
  const standalone = composeStandalone(chart, options);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: standalone.width * SCALE, height: Math.ceil(standalone.height) * SCALE });
  const pen = canvas.getContext("2d")!;
  pen.scale(SCALE, SCALE);
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 12px ${standalone.theme.fontFamily}`)));
  replayStandalone(pen as never, standalone);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture came")) : resolve(blob)), "image/png");
  });
}
