import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PNG } from "pngjs";
import { DARK } from "../../src/chart/palette.ts";
import { drawPicture } from "../../src/drawing/png.ts";
import { drawStandalone, standaloneSize } from "../../src/drawing/standalone.ts";
import { chartOf, servers } from "../chart/sample.ts";
import { all, type Element, readSvg } from "./read-svg.ts";

const chart = chartOf(servers(30), { metric: "reply_rate" });

describe("a chart as a file", () => {
  const svg = drawStandalone(chart, { source: "https://example.org/article.html" });
  const picture = readSvg(svg);
  const words = all(picture, "text").map(({ text }) => text);

  test("says what a page would say around it", () => {
    for (const wanted of [chart.title, chart.y.title, chart.x.title, "Server 1", "https://example.org/article.html"]) {
      assert.ok(words.includes(wanted), wanted);
    }
    assert.equal(all(picture, "title")[0]!.text, chart.title);
    assert.equal(picture.attributes["xmlns"], "http://www.w3.org/2000/svg");
  });

  test("stands on a background of its own, in literal colours", () => {
    const [background] = all(picture, "rect");
    assert.equal(background!.attributes["fill"], "#ffffff");
    assert.equal(background!.attributes["width"], picture.attributes["width"]);
    assert.doesNotMatch(svg, /var\(|class=|style=/);
    assert.match(drawStandalone(chart, { theme: DARK }), /<rect [^>]*fill="#15181b"/);
  });

  test("breaks an address that is too long for a line, and loses nothing of it", () => {
    const source = `https://example.org/article.html?xrange=400..1200&hide=${"a-server,".repeat(12)}#rate`;
    const lines = all(readSvg(drawStandalone(chart, { source })), "text").map(({ text }) => text);
    assert.ok(!lines.includes(source) && lines.join("").includes(source), lines.join("|"));
  });

  test("has the size that is known before it is drawn", () => {
    for (const one of [chart, chartOf(servers(3), { metric: "reply_rate", title: "long ".repeat(40) })]) {
      for (const source of ["https://example.org/a", `https://example.org/${"b".repeat(300)}`]) {
        const { width, height } = readSvg(drawStandalone(one, { source })).attributes;
        assert.deepEqual(standaloneSize(one, source), { width: Number(width), height: Number(height) });
      }
    }
  });

  test("leaves out the title where a page has it", () => {
    assert.ok(!all(readSvg(drawStandalone(chart, { title: false })), "text").some(({ text }) => text === chart.title));
  });
});

test("panels stand beside each other where there is room, each named, all with the same axes", () => {
  const wide = readSvg(drawStandalone(chart, { panels: true }));
  const narrow = readSvg(drawStandalone(chart, { panels: true, width: 400, view: { hidden: new Set(["server-2"]) } }));
  const moved = (svg: Element): (string | undefined)[] => [
    ...new Set(all(svg, "g").flatMap(({ attributes }) => attributes["transform"] ?? [])),
  ];
  const named = (svg: Element): string[] =>
    all(svg, "text").flatMap(({ text }) => (/^Server \d$/.test(text) ? [text] : []));
  const titled = (svg: Element): number => all(svg, "text").filter(({ text }) => text === chart.x.title).length;
  assert.deepEqual(moved(wide), ["translate(356 0)"]);
  assert.deepEqual(moved(narrow), []);
  assert.deepEqual(
    named(wide),
    chart.series.map(({ label }) => label),
  );
  assert.deepEqual(named(narrow), ["Server 1", "Server 3", "Server 4"]);
  assert.deepEqual([titled(wide), titled(narrow)], [4, 3]);
  const heights = [wide, narrow].map(({ attributes }) => Number(attributes["height"]));
  assert.ok(heights[0]! > 2 * 200 && heights[1]! > 3 * 200, heights.join());
});

test("PNG has twice the pixels, an opaque corner, and the same bytes every time", () => {
  const picture = { chart, source: "" };
  const bytes = drawPicture(picture).png;
  assert.deepEqual(drawPicture(picture).png, bytes);
  const image = PNG.sync.read(Buffer.from(bytes));
  assert.equal(image.width, 1440);
  assert.deepEqual([...image.data.subarray(0, 4)], [255, 255, 255, 255]);
  const dark = [...image.data].filter((value, i) => i % 4 === 0 && value < 60).length;
  assert.ok(dark > 1000, "words are drawn, in the shipped font");
});
