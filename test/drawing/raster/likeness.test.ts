import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { drawPicture } from "../../../src/drawing/png.ts";
import { drawStandalone } from "../../../src/drawing/standalone.ts";
import { cases } from "../cases.ts";

const renderer = initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
const fontBuffers = [400, 600].map((weight) =>
  readFileSync(new URL(`../../../assets/fonts/inter-${weight}.ttf`, import.meta.url)),
);

/** Pictures with every kind of mark, marker, dash, band, whisker, cut and text. */
const names = [
  "line-throughput",
  "line-thirty-series",
  "line-response-time-log",
  "line-annotated",
  "line-domain",
  "line-with-runs",
  "line-long-labels",
  "bar-grouped-lying",
  "bar-upright-with-runs",
  "dot-over-categories",
  "box-lying",
  "histogram-of-runs",
  "ecdf-of-runs",
];

describe("a PNG looks as somebody else's renderer shows the SVG file", () => {
  for (const name of names) {
    test(name, async () => {
      await renderer;
      const chart = cases[name]!();
      const source = "https://example.org/2026/11/23/post/chart.html";
      const ours = PNG.sync.read(Buffer.from(drawPicture({ chart, source }).png));
      const image = new Resvg(drawStandalone(chart, { source }), {
        fitTo: { mode: "zoom", value: 2 },
        font: { fontBuffers, defaultFontFamily: "Inter", sansSerifFamily: "Inter" },
      });
      const { width, height, pixels } = image.render();
      assert.deepEqual([ours.width, ours.height], [width, height]);
      const different = pixelmatch(ours.data, pixels, undefined, width, height, { threshold: 0.3 });
      assert.ok(different / (width * height) < 0.0005, `${different} of ${width * height} pixels`);
    });
  }
});
