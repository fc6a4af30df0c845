import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DARK } from "../../src/chart/palette.ts";

const tokens = readFileSync(join(import.meta.dirname, "../../src/site/styles/tokens.css"), "utf8");

test("the dark colours of charts are those of the palette, for the system's wish and for the reader's", () => {
  const wanted: Record<string, string> = {
    "--chart-text": DARK.text,
    "--chart-muted": DARK.muted,
    "--chart-grid": DARK.grid,
    "--chart-axis": DARK.axis,
  };
  for (const [index, colour] of DARK.series.entries()) wanted[`--series-${index + 1}`] = colour;
  const blocks = tokens.split("@media screen").slice(1);
  assert.equal(blocks.length, 2);
  for (const block of blocks) {
    const said = Object.fromEntries(
      [...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
    );
    for (const [name, colour] of Object.entries(wanted)) assert.equal(said[name], colour, name);
  }
});
