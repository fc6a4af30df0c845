import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { LIGHT } from "../../src/chart/palette.ts";
import { openPage } from "./browser.ts";
import { chartOf, liveFigure, openArticle } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import { a4, coloursIn, isColour, plain, print, sheetOf } from "./paper.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

test("on paper every label of the axes is text, and no figure is on two sheets", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark" });
  const paper = await print(t, page);
  if (paper === null) return;
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const { title, x, y } = await chartOf(figure);
    const [axes, ...words] = await figure.locator(".chart-words p").allTextContents();
    const labels = [...x.ticks, ...y.ticks].map(({ label }) => label);
    const sheet = paper.sheets[sheetOf(paper, title)]!;
    for (const one of [y.title, ...labels, x.title, ...words, `${page.url()}#${id}`])
      assert.ok(sheet.includes(plain(one)), `${id}: "${one}" is not on the sheet of its title`);
    for (const one of ["In words", plain(axes!)])
      assert.ok(!sheet.includes(one), `${id}: "${one}" says nothing on paper`);
  }
});

test("two figures with what is said about them find room on a sheet", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false, viewport: a4 });
  await page.emulateMedia({ media: "print" });
  for (const figure of await page.locator("figure.chart").all()) {
    const { height } = (await figure.boundingBox())!;
    assert.ok(height > 150 && height < a4.height * 0.45, `${await figure.getAttribute("id")}: ${height} px`);
  }
});

test("on paper a method is in two columns, with its check sums on one line", async (t) => {
  const sources = ["a", "b", "c"].map((letter) => ({
    file: `raw/made/${letter}.txt`,
    sha256: letter.repeat(64),
    tool: "httperf",
    importer: "httperf",
  }));
  const series = [{ id: "one", label: "One", x: [1, 2], values: { latency: { value: [1, 2] } } }];
  const dataset = {
    x: { name: "n", unit: "1" },
    metrics: { latency: { unit: "s" } },
    series,
    sources,
    charts: { c: { metric: "latency" } },
  };
  const site = await madeSite(dataset, '<div id="c" class="flot"></div>');
  const page = await openPage(t, site.url(madePost), { javaScriptEnabled: false, viewport: a4 });
  await page.emulateMedia({ media: "print" });
  const parts = page.locator(".method details > :not(summary)");
  assert.equal(await parts.evaluateAll((all) => new Set(all.map((part) => part.getBoundingClientRect().x)).size), 2);
  const sums = page.locator(".method .sum");
  assert.deepEqual(await sums.evaluateAll((all) => all.map((sum) => sum.scrollWidth > sum.clientWidth)), [
    false,
    false,
    false,
  ]);
});

/** The visible shapes of a picture that have a fill. */
function filled(figure: Locator): Promise<string[]> {
  return figure.locator(".plot").evaluate((plot) =>
    [...plot.querySelectorAll("path, circle")]
      .filter((shape) => shape.getClientRects().length > 0)
      .map((shape) => getComputedStyle(shape).fill)
      .filter((fill) => fill !== "none"),
  );
}

test("on paper there are the paths of the screen, as vectors, in the light colours", async (t) => {
  const page = await openArticle(t, { colorScheme: "light", javaScriptEnabled: false });
  const figure = page.locator("#throughput");
  const { title, series } = await chartOf(figure);
  const seen = await filled(figure);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notDeepEqual(await filled(figure), seen);
  const paper = await print(t, page);
  if (paper === null) return;
  const drawing = paper.drawing(sheetOf(paper, title));
  assert.doesNotMatch(drawing, /<image/);
  const [fills, strokes] = [coloursIn(drawing, "fill"), coloursIn(drawing, "stroke")];
  for (const { label, style } of series) {
    const hex = LIGHT.series[style.colour - 1]!;
    const rgb = `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
    const onScreen = seen.filter((fill) => fill === rgb).length;
    assert.ok(onScreen > 5, `${label}: ${onScreen} shapes`);
    assert.equal(fills.filter((colour) => isColour(colour, hex)).length, onScreen, label);
    assert.ok(
      strokes.some((colour) => isColour(colour, hex)),
      `the line of ${label}`,
    );
  }
});

test("a chart of a million points is on one sheet, as vectors, with its one spike", async (t) => {
  const count = 1_000_000;
  const spike = 777_777;
  const x = Array.from({ length: count }, (_, i) => i);
  const value = x.map((i) => (i === spike ? 0.75 : 0.03 + (i % 7) / 1000));
  const latency = { label: "Response time", unit: "s", display: "ms", better: "lower" };
  const dataset = {
    x: { name: "elapsed", label: "Elapsed", unit: "s" },
    metrics: { latency },
    series: [{ id: "one", label: "One", x, values: { latency: { value } } }],
    charts: { long: { metric: "latency" } },
  };
  const site = await madeSite(dataset, 'Text.\n\n<div id="long" class="flot"></div>');
  const page = await openPage(t, site.url(madePost));
  await liveFigure(page, "long");
  const paper = await print(t, page);
  if (paper === null) return;
  const sheet = sheetOf(paper, "Response time over elapsed");
  assert.match(paper.sheets[sheet]!, /1000000points:ineachof800columns/);
  assert.match(paper.sheets[sheet]!, /highest750msat777777s|highest750msat777800s/);
  const drawing = paper.drawing(sheet);
  assert.doesNotMatch(drawing, /<image/);
  assert.ok(drawing.length < 500_000, `${drawing.length} characters`);
  const lines = [...drawing.matchAll(/<path[^>]*stroke(?:="|:)rgb\(([^)]*)\)[^>]*>/g)]
    .filter(([, colour]) => isColour(colour!, LIGHT.series[0]!))
    .map(([path]) => [...path.matchAll(/[ML] \S+ (\S+)/g)].map(([, y]) => Number(y)));
  const heights = lines.map((ys) => Math.max(...ys) - Math.min(...ys));
  assert.ok(heights.length === 1 && heights[0]! > 200, heights.join(" "));
});
