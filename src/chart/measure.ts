/**
 * Widths of the printable ASCII characters of Inter 400 in thousandths of an em, from the space on. A table instead of the
 * font: margins are then the same on every machine and in browsers where the font is blocked. Kerning is left out; a test
 * holds the table against the shaped font.
 */
const ASCII = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
  566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
  753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
  583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
  333, 426, 662,
];

const OTHERS: Readonly<Record<string, number>> = {
  "\u00A0": 281,
  "\u2009": 182,
  "\u202F": 141,
  "–": 500,
  "—": 1000,
  "−": 662,
  "×": 662,
  "·": 288,
  "…": 864,
};

/** The width of a text in CSS pixels at a font size; good to a few percent, and a guess for what the font lacks. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return (width * size) / 1000;
}

/** A text that is too wide, cut at a grapheme that leaves room for an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en").segment(text.slice(0, 1000))) {
    if (textWidth(`${kept}${segment}…`, size) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Words in lines of a width, the last one cut where there are too many. */
export function wrap(words: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let rest = words.split(/\s+/u).filter((word) => word !== "");
  while (rest.length > 0 && lines.length < most - 1) {
    let count = 1;
    while (count < rest.length && textWidth(rest.slice(0, count + 1).join(" "), size) <= width) count++;
    lines.push(shorten(rest.slice(0, count).join(" "), width, size));
    rest = rest.slice(count);
  }
  return rest.length === 0 ? lines : [...lines, shorten(rest.join(" "), width, size)];
}

function advance(character: string): number {
  const code = character.codePointAt(0)!;
  const known = ASCII[code - 0x20] ?? OTHERS[character];
  if (known !== undefined) return known;
  if (/\p{M}|\p{Cf}|\p{Cc}|\p{Emoji_Modifier}/u.test(character)) return 0;
  if (code >= 0x1100 && /\p{Lo}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)) return 1200;
  return /\p{Lu}/u.test(character) ? 720 : 600;
}
