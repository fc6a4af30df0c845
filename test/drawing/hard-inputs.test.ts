import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Chart } from "../../src/chart/chart.ts";
import { namesAt } from "../../src/chart/ends/names.ts";
import { DARK } from "../../src/chart/palette.ts";
import { textWidth } from "../../src/chart/measure.ts";
import { drawFluid } from "../../src/drawing/fluid.ts";
import { drawStandalone } from "../../src/drawing/standalone.ts";
import { chartOf, sample } from "../chart/sample.ts";
import { cases } from "./cases.ts";
import { all, type Element, readSvg } from "./read-svg.ts";

const css = readFileSync(new URL("../../src/drawing/plot.css", import.meta.url), "utf8");

/** Widths of pictures, in CSS pixels: on the narrowest screen, just too narrow for names at the ends of lines, just wide enough, wide. */
const WIDTHS = [288, 479, 480, 736, 1008] as const;

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** Boxes of the words in a fluid picture of a width, in pixels from the left edge of the picture. */
function wordsAt(chart: Chart, width: number): Box[] {
  const named = namesAt(chart, width);
  const plot = width - chart.yAxisWidth - (named?.width ?? chart.rightMargin);
  const picture = readSvg(drawFluid(chart));
  const ends = all(picture, "svg").find(({ attributes }) => attributes["class"] === "ends");
  const groups = (element: Element): Element[] =>
    element === ends ? [] : element.children.flatMap((child) => [child, ...groups(child)]);
  const words = groups(picture).flatMap(({ attributes, children }) =>
    children.filter(({ name }) => name === "text").map((text) => toBox(text, attributes["text-anchor"], chart, plot)),
  );
  const names = (ends === undefined ? [] : all(ends, "text")).map((text) => ({
    ...text,
    attributes: { x: "100%", y: text.attributes["y"]!, dx: text.attributes["x"]! },
  }));
  return named === null ? words : [...words, ...names.map((text) => toBox(text, undefined, chart, plot))];
}

function toBox({ attributes, text }: Element, anchor: string | undefined, chart: Chart, plot: number): Box {
  const x = chart.yAxisWidth + (Number.parseFloat(attributes["x"]!) / 100) * plot + Number(attributes["dx"] ?? 0);
  const width = textWidth(text, 12);
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return { text, left, right: left + width, baseline: Number(attributes["y"]) };
}

for (const [name, make] of Object.entries(cases)) {
  describe(name, () => {
    const chart = make();

    test("every rendering is well-formed, without holes in its numbers", () => {
      for (const svg of [
        drawFluid(chart),
        drawStandalone(chart),
        drawStandalone(chart, { width: 320, theme: DARK, title: false }),
      ]) {
        const elements = all(readSvg(svg), "path");
        for (const { attributes } of elements) assert.doesNotMatch(attributes["d"]!, /NaN|undefined|Infinity|e/);
        assert.doesNotMatch(svg.replace(/>[^<]*</g, "><"), /NaN|undefined|Infinity|<script/);
      }
    });

    test("margins are whole, have their class and hold the labels", () => {
      assert.match(css, new RegExp(`\\.plot-l${chart.yAxisWidth} \\{`));
      assert.match(css, new RegExp(`\\.plot-r${chart.rightMargin} \\{`));
      for (const width of WIDTHS) {
        for (const word of wordsAt(chart, width)) {
          assert.ok(word.left >= -0.5, `"${word.text}" begins ${-word.left} px left of the picture`);
          assert.ok(word.right <= width + 0.5, `"${word.text}" ends ${word.right - width} px right of the picture`);
          assert.ok(word.baseline <= chart.height, `"${word.text}" is below the picture`);
        }
      }
    });

    test("no word lies over another, at any width", () => {
      for (const width of WIDTHS) {
        const words = wordsAt(chart, width);
        for (const [i, a] of words.entries()) {
          for (const b of words.slice(0, i)) {
            const apart = a.right <= b.left || b.right <= a.left || Math.abs(a.baseline - b.baseline) >= 11;
            assert.ok(apart, `"${a.text}" and "${b.text}" at ${width} px`);
          }
        }
      }
    });

    test("an axis over numbers has two to nine ticks on a phone, each label once", () => {
      for (const axis of [chart.x, chart.y]) {
        if (axis.kind === "category") continue;
        assert.ok(axis.ticks.length >= 1 && axis.ticks.length <= 9, `${axis.ticks.length}`);
        assert.equal(new Set(axis.ticks.map(({ label }) => label)).size, axis.ticks.length);
      }
    });
  });
}

test("figures beyond all measuring are drawn, and drawing them ends", () => {
  for (const figures of [
    [5e-324, 1e-323],
    [1.25e-295, 1e-290],
    [-1.7e308, 1.7e308],
  ]) {
    const dataset = sample([{ id: "a", x: figures, values: { latency: { mean: figures } } }]);
    for (const scale of ["linear", "log"] as const)
      assert.doesNotMatch(drawFluid(chartOf(dataset, { x: { scale }, y: { scale } })), /NaN|Infinity/);
  }
});
