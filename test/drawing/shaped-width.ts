import { readFileSync } from "node:fs";
import * as hb from "harfbuzzjs";

export type Weight = 400 | 600;

/** The bytes of a shipped font as TrueType. */
export function readFont(weight: Weight): Buffer {
  return readFileSync(new URL(`../../assets/fonts/inter-${weight}.ttf`, import.meta.url));
}

/** A function from text to its width in CSS pixels at a size, as a browser lays it out in the shipped font. */
export function shapedWidths(weight: Weight, size: number): (text: string) => number {
  const face = new hb.Face(new hb.Blob(readFont(weight)));
  const font = new hb.Font(face);
  const scale = size / face.upem;
  const known = new Map<string, number>();
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      width = shape(font, text, face.upem) * scale;
      known.set(text, width);
    }
    return width;
  };
}

/**
 * The width in font units. Script and direction are forced: left to guess, digits alone would be shaped without the
 * Latin script's kerning, unlike in browsers. A glyph that the font lacks comes from some other font on the reader's
 * machine, so it is estimated: an em for wide scripts and emoji, nothing for marks, 0.6 em for the rest.
 */
function shape(font: hb.Font, text: string, em: number): number {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.setScript("Latn");
  buffer.setLanguage("en");
  buffer.setDirection(hb.Direction.LTR);
  hb.shape(font, buffer);
  const glyphs = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  return glyphs.reduce((width, glyph, i) => {
    if (glyph.codepoint !== 0) return width + positions[i]!.xAdvance;
    return width + em * estimate(text.codePointAt(glyph.cluster) ?? 0);
  }, 0);
}

function estimate(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/\p{M}|\p{Cf}|\p{Emoji_Modifier}/u.test(character)) return 0;
  if (codePoint >= 0x1100 && /\p{Emoji_Presentation}|\p{Lo}|\p{Extended_Pictographic}/u.test(character)) return 1.2;
  return 0.6;
}
