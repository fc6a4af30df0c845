import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { format } from "prettier";
import subset from "subset-font";

/**
 * Makes the shipped font files from @fontsource/inter: `node --import tsx assets/fonts/make.ts`.
 *
 * ASCII, Latin-1 and typographic signs are what axis labels need; everything else falls back to the reader's system.
 * Pages load each weight in two parts, the second one only where a character of it stands: what English words and figures are
 * written with takes half as many bytes as the whole. Of the layout features, only those are kept that change nothing but
 * spacing: `calt` alone would cost 3 KB. `tnum` is there for tables; pairs are kerned in headings alone, where one sees it. The .ttf
 * is the whole for PNG files, whose renderer reads no WOFF2 and finds weights by the typographic family (name 16).
 */
const weights = [
  { weight: 400, features: ["tnum"] },
  { weight: 600, features: ["tnum", "kern"] },
];
const wholeFeatures = ["kern", "mark", "ccmp", "locl", "tnum"];

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const codesOf = (text: string) => [...text].map((character) => character.codePointAt(0)!);

const signs = codesOf("\u2009–—‘’‚“”„†•…‰′″‹›⁄€™−ŒœıˆˇŠš∕");
const all = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...signs];
const first = new Set([
  ...range(0x30, 0x39),
  ...range(0x41, 0x5a),
  ...range(0x61, 0x7a),
  ...codesOf(" \u00a0\u2009.,:;-–—()%/'’“”\"!?&+=_#×·•…−±µ"),
]);
/** Inter has no narrow space; browsers make one from the space of the font that is named for it. */
const made = codesOf("\u202f");

const parts = [
  { name: "", codes: all.filter((code) => first.has(code)), named: made },
  { name: "-more", codes: all.filter((code) => !first.has(code)), named: [] },
];
const upstream = createRequire(import.meta.url)
  .resolve("@fontsource/inter/package.json")
  .replace("package.json", "");

let rules = "/* Made by make.ts from the characters that each file holds. */\n";
for (const { weight, features } of weights) {
  const font = readFileSync(`${upstream}files/inter-latin-${weight}-normal.woff2`);
  const whole = await subset(font, String.fromCodePoint(...all), {
    targetFormat: "sfnt",
    keepFeatures: wholeFeatures,
    noHinting: true,
    preserveNameIds: [16, 17],
  });
  write(`inter-${weight}.ttf`, whole);
  for (const { name, codes, named } of parts) {
    const options = { targetFormat: "woff2", keepFeatures: features, noHinting: true } as const;
    write(`inter-${weight}${name}.woff2`, await subset(font, String.fromCodePoint(...codes), options));
    rules += `@font-face {
      font-family: Inter;
      font-weight: ${weight};
      font-display: swap;
      src: url("inter-${weight}${name}.woff2") format("woff2");
      unicode-range: ${unicodeRange([...codes, ...named])};
    }\n\n`;
  }
}
write("inter.css", await format(rules, { parser: "css", printWidth: 120 }));
copyFileSync(`${upstream}LICENSE`, new URL("LICENSE-inter.txt", import.meta.url));

function write(file: string, content: string | Uint8Array): void {
  writeFileSync(new URL(file, import.meta.url), content);
}

/** Code points as CSS writes them: runs of neighbours as from-to. */
function unicodeRange(codes: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const code of codes.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(", ");
}
