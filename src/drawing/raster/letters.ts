import { readFileSync } from "node:fs";
import { Blob, Buffer, Direction, Face, Font, shape } from "harfbuzzjs";
import { withoutControls } from "../escape.ts";
import { FONTS } from "../fonts.ts";
import { outlineOf } from "./outline.ts";
import { Shape } from "./shape.ts";

/** A letter and where it begins, in font units from the beginning of its text. */
interface Placed {
  readonly letter: number;
  readonly x: number;
  readonly y: number;
}

/** A text in a font. */
export interface Shaped {
  readonly letters: readonly Placed[];
  /** In font units. */
  readonly width: number;
}

/** What a letter covers: row, from, to and steps by turns, in pixels from where it stands. */
export type Mask = Int16Array;

/** The letters of a font: shaped with its kerning, and as the pixels that they cover. What was asked once is kept. */
export interface Letters {
  readonly unitsPerEm: number;
  shaped(text: string): Shaped;
  /** At a size in pixels; `phase` quarters of a pixel right of a whole one. */
  mask(letter: number, size: number, phase: number): Mask;
}

/** Places to which a letter is moved lie so many to a pixel: letters of small text would else stand unevenly. */
export const PHASES = 4;

/** Texts are kept until there are so many: most labels come again, titles do not. */
const MOST_TEXTS = 4000;

export type Weight = keyof typeof FONTS;

const opened = new Map<Weight, Letters>();

/** The letters of the shipped font. */
export function lettersOf(weight: Weight): Letters {
  const known = opened.get(weight);
  if (known) return known;
  const letters = open(readFileSync(FONTS[weight]));
  opened.set(weight, letters);
  return letters;
}

function open(bytes: Uint8Array): Letters {
  const face = new Face(new Blob(bytes));
  const font = new Font(face);
  const texts = new Map<string, Shaped>();
  const masks = new Map<string, Mask>();
  return {
    unitsPerEm: face.upem,
    shaped(text) {
      const known = texts.get(text);
      if (known) return known;
      if (texts.size >= MOST_TEXTS) texts.clear();
      const shaped = shapeText(font, text);
      texts.set(text, shaped);
      return shaped;
    },
    mask(letter, size, phase) {
      const key = `${letter} ${size} ${phase}`;
      const known = masks.get(key);
      if (known) return known;
      const mask = maskOf(outlineOf(font, letter, size / face.upem), phase / PHASES);
      masks.set(key, mask);
      return mask;
    },
  };
}

/** Letters that the font lacks leave their place empty. Script and direction are said, because figures alone would be shaped without the kerning of Latin letters. */
function shapeText(font: Font, text: string): Shaped {
  const buffer = new Buffer();
  buffer.addText(withoutControls(text).replace(/[\t\n\r]/g, " "));
  buffer.setScript("Latn");
  buffer.setLanguage("en");
  buffer.setDirection(Direction.LTR);
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  const letters: Placed[] = [];
  let width = 0;
  for (const [i, { codepoint }] of buffer.getGlyphInfos().entries()) {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    if (codepoint !== 0) letters.push({ letter: codepoint, x: width + xOffset, y: yOffset });
    width += xAdvance;
  }
  return { letters, width };
}

function maskOf(outline: readonly (readonly number[])[], right: number): Mask {
  const shape = new Shape();
  for (const polygon of outline) shape.piece(polygon.map((value, i) => (i % 2 === 0 ? value + right : -value)));
  const spans: number[] = [];
  const far = 10_000;
  shape.spans({ left: -far, top: -far, right: far, bottom: far }, (...span) => void spans.push(...span));
  return Int16Array.from(spans);
}
