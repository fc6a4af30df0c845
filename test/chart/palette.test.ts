import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { FAINT } from "../../src/chart/layer/runs.ts";
import { DARK, LIGHT } from "../../src/chart/palette.ts";
import { contrast, difference, type Rgb, sights, toLab, toRgb } from "./colour.ts";

const parts = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

for (const [name, theme] of Object.entries({ light: LIGHT, dark: DARK })) {
  describe(`the ${name} palette`, () => {
    const background = toRgb(theme.background);

    test("series, whose names are written in their colours, and words are at least 4.5:1 against the background", () => {
      for (const colour of [...theme.series, theme.text, theme.muted])
        assert.ok(contrast(toRgb(colour), background) >= 4.5, colour);
    });

    test("single runs, which are fainter, are at least 3:1 against the background", () => {
      const behind = parts(theme.background);
      for (const colour of theme.series) {
        const mixed = parts(colour).map((part, i) => Math.round(FAINT * part + (1 - FAINT) * behind[i]!));
        const hex = `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
        assert.ok(contrast(toRgb(hex), background) >= 3, colour);
      }
    });

    for (const [sight, see] of Object.entries(sights)) {
      test(`any two series differ by more than 10 with ${sight} sight`, () => {
        const seen = theme.series.map((colour) => toLab(see(toRgb(colour))));
        for (const [i, a] of seen.entries()) {
          for (const [j, b] of seen.slice(0, i).entries()) {
            const apart = difference(a, b);
            assert.ok(apart > 10, `${theme.series[j]} and ${theme.series[i]}: ${apart.toFixed(1)}`);
          }
        }
      });
    }
  });
}

test("the measure of difference agrees with published pairs", () => {
  const pairs: [Rgb, Rgb, number][] = [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  ];
  for (const [a, b, published] of pairs) assert.ok(Math.abs(difference(a, b) - published) < 1e-4);
});
