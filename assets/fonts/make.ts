import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import subset from "subset-font";

/**
 * Makes the shipped font files from @fontsource/inter: `node --import tsx assets/fonts/make.ts`.
 *
 * ASCII, Latin-1 and typographic signs are what axis labels need; everything else falls back to the reader's system.
 * Of the layout features, only those are kept that change nothing but spacing: `calt` alone would cost 3 KB. `tnum` is
 * there for tables. The .ttf is the same subset for PNG files, whose renderer reads no WOFF2
 * and finds weights by the typographic family (name 16).
 */
const weights = [400, 600];
const features = ["kern", "mark", "ccmp", "locl", "tnum"];
const signs = "\u2009–—‘’‚“”„†•…‰′″‹›⁄€™−ŒœıˆˇŠš∕";

const range = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const characters = range(0x20, 0x7e) + range(0xa0, 0xff) + signs;
const upstream = createRequire(import.meta.url)
  .resolve("@fontsource/inter/package.json")
  .replace("package.json", "");

for (const weight of weights) {
  const font = readFileSync(`${upstream}files/inter-latin-${weight}-normal.woff2`);
  for (const [extension, targetFormat] of [
    ["woff2", "woff2"],
    ["ttf", "sfnt"],
  ] as const) {
    const options = { targetFormat, keepFeatures: features, noHinting: true, preserveNameIds: [16, 17] };
    const bytes = await subset(font, characters, options);
    writeFileSync(new URL(`inter-${weight}.${extension}`, import.meta.url), bytes);
  }
}
copyFileSync(`${upstream}LICENSE`, new URL("LICENSE-inter.txt", import.meta.url));
