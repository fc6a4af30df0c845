import { parseDataset } from "../../../src/benchmark/parse.ts";
import { toCard } from "../../../src/benchmark/method/card.ts";
import { methodOf } from "../../../src/benchmark/method/method.ts";
import { textWidth, wrap } from "../../../src/chart/measure.ts";
import { LIGHT } from "../../../src/chart/palette.ts";
import { escapeXml } from "../../../src/drawing/escape.ts";
import { SAFE } from "../../../src/drawing/head.ts";

/** A line of a card; what it is about stands between asterisks. A text alone is a sentence. */
export type CardLine =
  | string
  /** As it is typed. */
  | { readonly code: string }
  /** Of the card that says how it was measured; null for what nobody said. */
  | { readonly label: string; readonly value: string | null }
  /** Of a table: words first, then figures. */
  | { readonly cells: readonly string[] };

const SIZE = 13;
const LEADING = 19;
/** Where the values of labels begin. */
const TAB = 104;

/** The lines as SVG from the origin down, and their height. Lengths are in CSS pixels. */
export function drawCard(lines: readonly CardLine[], width: number, accent: string): { svg: string; height: number } {
  const drawn: string[] = [];
  let y = 4;
  const put = (x: number, pieces: string, attributes = ""): void => {
    drawn.push(`<text x="${x}" y="${y}"${attributes}>${pieces}</text>`);
  };
  for (const line of lines) {
    const mark = marker(accent);
    if (typeof line === "string") {
      for (const words of fold(line, width)) {
        y += LEADING;
        put(0, mark(words));
      }
    } else if ("code" in line) {
      if (line.code.replaceAll("*", "").length * SIZE * 0.62 > width) throw new Error(`too long: ${line.code}`);
      y += LEADING;
      put(0, mark(line.code), ` font-family="ui-monospace, Menlo, Consolas, monospace" xml:space="preserve"`);
    } else if ("label" in line) {
      y += LEADING;
      put(0, escapeXml(line.label), ` fill="${LIGHT.muted}"`);
      for (const [index, words] of fold(line.value ?? "*not known*", width - TAB).entries()) {
        if (index > 0) y += LEADING;
        put(TAB, mark(words));
      }
    } else {
      y += LEADING + 2;
      const [first = "", ...rest] = line.cells;
      put(0, mark(first));
      const step = (width - TAB) / rest.length;
      for (const [index, cell] of rest.entries()) put(TAB + step * (index + 1), mark(cell), ` text-anchor="end"`);
    }
    y += 3;
  }
  return { svg: `<g fill="${LIGHT.text}" font-size="${SIZE}">${drawn.join("")}</g>`, height: y + 6 };
}

/** Sentences in lines; asterisks take no room worth counting. */
function fold(words: string, width: number): string[] {
  const lines = wrap(words, width, (SAFE / 12) * SIZE, 9);
  if (lines.some((line) => line.endsWith("…") && textWidth(line, SIZE) > width)) throw new Error(`too long: ${words}`);
  return lines;
}

/** Turns asterisks into what is bold, coloured and underlined; it may go on from one line to the next. */
function marker(accent: string): (words: string) => string {
  let on = false;
  return (words) =>
    words
      .split("*")
      .map((piece, index) => {
        if (index > 0) on = !on;
        const text = escapeXml(piece);
        if (!on || piece === "") return text;
        return `<tspan font-weight="600" fill="${accent}" text-decoration="underline">${text}</tspan>`;
      })
      .join("");
}

/** Lines of the card that the program makes of what a dataset records of its method, by their names. */
export function methodLines(recorded: object, labels: readonly string[]): CardLine[] {
  const data = {
    schema: "benchpost/1",
    title: "Two servers",
    x: { name: "demanded_request_rate", unit: "1/s" },
    metrics: { reply_rate: { label: "Throughput", unit: "1/s" } },
    series: [{ id: "node", label: "Node.js", x: [400], values: { reply_rate: { mean: [400] } } }],
    ...recorded,
  };
  const { dataset } = parseDataset({ file: "card.json", text: JSON.stringify(data) }, "card");
  const { groups } = toCard(dataset, methodOf(dataset, null), { bench: null, underLoad: true });
  return labels.map((label) => {
    const row = groups.flatMap(({ rows }) => rows).find((one) => one.label === label);
    if (!row && !groups.some(({ unknown }) => unknown.includes(label))) throw new Error(`no card says ${label}`);
    return { label, value: row ? row.text : null };
  });
}
