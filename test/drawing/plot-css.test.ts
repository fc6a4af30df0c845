import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { DARK, LIGHT } from "../../src/chart/palette.ts";
import type { Theme } from "../../src/chart/theme.ts";

const css = readFileSync(new URL("../../src/drawing/plot.css", import.meta.url), "utf8");

function variables(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

function wanted(theme: Theme): Record<string, string> {
  const { text, muted, grid, axis, background, series } = theme;
  const words = { text, muted, grid, axis, background };
  const named = Object.entries(words).map(([name, colour]) => [`--chart-${name}`, colour]);
  return Object.fromEntries([...named, ...series.map((colour, i) => [`--series-${i + 1}`, colour])]);
}

describe("plot.css", () => {
  const [light = "", system = "", chosen = ""] = css.split("@media screen");

  test("has the palette's colours, dark ones for the system's wish and for the reader's choice", () => {
    const { "--chart-font": _, ...colours } = variables(light);
    assert.deepEqual(colours, wanted(LIGHT));
    assert.deepEqual(variables(system), wanted(DARK));
    assert.deepEqual(variables(chosen.split("@media")[0]!), wanted(DARK));
  });

  test("has a class for every room that names at the ends of lines may need, in wide pictures only", () => {
    const wide = css.slice(css.indexOf("@container (min-width: 480px)"));
    for (let px = 32; px <= 144; px += 16)
      assert.ok(wide.includes(`.plot-e${px} {\n    --plot-right: ${px}px;`), `${px}`);
  });

  test("has a class for every margin that a chart may have", () => {
    for (let px = 8; px <= 128; px += 8) assert.match(css, new RegExp(`\\.plot-l${px} \\{\\n  --plot-left: ${px}px;`));
    for (let px = 8; px <= 64; px += 8) assert.match(css, new RegExp(`\\.plot-r${px} \\{\\n  --plot-right: ${px}px;`));
  });
});
