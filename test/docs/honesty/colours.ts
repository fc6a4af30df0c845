import { DARK, LIGHT } from "../../../src/chart/palette.ts";

/** Of the words that a side is about, and of its sign. */
export const accents = {
  wrong: { light: "#b3261e", dark: "#ff8f85" },
  right: { light: "#146c2e", dark: "#6fd58b" },
} as const;

/** Each colour of a picture on white, and what it is on black. */
const dark: readonly (readonly [string, string])[] = [
  ...(["text", "muted", "grid", "axis", "background"] as const).map((name) => [LIGHT[name], DARK[name]] as const),
  ...LIGHT.series.map((colour, index) => [colour, DARK.series[index]!] as const),
  ...Object.values(accents).map((one) => [one.light, one.dark] as const),
];

/** A style for those who read on black: a picture's colours stand in attributes, over which a style wins. */
export function darkStyle(svg: string): string {
  const rules = dark.flatMap(([from, to]) =>
    ["fill", "stroke"].flatMap((name) =>
      svg.includes(`${name}="${from}"`) ? `[${name}="${from}"]{${name}:${to}}` : [],
    ),
  );
  return `<style>@media(prefers-color-scheme:dark){${rules.join("")}}</style>`;
}
