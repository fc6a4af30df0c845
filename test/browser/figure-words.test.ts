import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { formatNumber } from "../../src/benchmark/number.ts";
import { contrast, type Rgb } from "../chart/colour.ts";
import { chartOf, liveFigure, openArticle } from "./figures.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

test("each figure says quantity and unit, of how many runs, with what spread, and has a title in the page's outline", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const { y } = await chartOf(figure);
    assert.notEqual((await figure.locator(":is(h2, h3, h4)").innerText()).trim(), "");
    assert.equal(
      await figure.locator(".chart-unit").innerText(),
      `${y.label} (${y.unit}${y.kind === "log" ? ", log" : ""})`,
    );
  }
  assert.match(
    await page.locator("#throughput figcaption").innerText(),
    /n = 3 at each point\. Band: ± 1 standard deviation/,
  );
});

test("the accessible name is a sentence of its own, and every number in the long description is one of the data", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const chart = await chartOf(figure);
    const plot = figure.locator(".chart-plot");
    const name = (await plot.getAttribute("aria-label"))!;
    assert.match(name, /^Line chart of .+ over .+, 4 series: /);
    assert.notEqual(name, chart.title);
    const [words] = (await plot.getAttribute("aria-describedby"))!.split(" ");
    const text = (await page.locator(`[id="${words}"]`).textContent())!;
    const figures = chart.series.flatMap(({ x, y }) => [...x, ...y.filter((value) => value !== null)]);
    const known = new Set(figures.map((value) => formatNumber(value, { significant: 4 })));
    const unnamed = chart.series.reduce((rest, { label }) => rest.replaceAll(label, ""), text);
    const spread = chart.spread === null ? "" : chart.spread.label;
    const said = unnamed.replace(spread, "").match(/\d[\d.\u202F\u2009]*\d|\d/g) ?? [];
    assert.ok(said.length >= 12, `${id}: ${said.length} numbers`);
    for (const number of said) assert.ok(known.has(number.trim()), `${id}: ${number} is none of the data's figures`);
  }
});

/** A colour as the browser computes it, in linear light. */
function toLight(colour: string): Rgb {
  const [r, g, b] = colour.match(/[\d.]+/g)!.map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r!, g!, b!];
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`${colorScheme}: names are written in their lines' colours and can be read, and so can the focus ring be seen`, async (t) => {
    const page = await openArticle(t, { colorScheme, viewport: { width: 1280, height: 900 } });
    const background = toLight(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    const fills = await page
      .locator(".plot .ends g[fill^='var(--series']")
      .evaluateAll((names) => names.map((name) => getComputedStyle(name).fill));
    assert.ok(fills.length >= 16);
    for (const fill of fills) assert.ok(contrast(toLight(fill), background) >= 4.5, fill);
    const figure = await liveFigure(page, "throughput");
    await figure.locator(".chart-legend button").last().focus();
    await page.keyboard.press("Tab");
    const ring = await figure.locator(".chart-plot").evaluate((plot) => getComputedStyle(plot).outlineColor);
    assert.ok(contrast(toLight(ring), background) >= 4.5, ring);
  });
}

test("dark: nothing large in a figure is white", async (t) => {
  const page = await openArticle(t, { colorScheme: "dark", javaScriptEnabled: false });
  const large = await page.locator("figure.chart").evaluateAll((figures) =>
    figures.flatMap((figure) => {
      const whole = figure.getBoundingClientRect();
      return [...figure.querySelectorAll("*")].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const { fill, backgroundColor } = getComputedStyle(element);
        const painted = element instanceof SVGGeometryElement ? fill : backgroundColor;
        return painted === "rgb(255, 255, 255)" && width * height > 0.05 * whole.width * whole.height;
      });
    }),
  );
  assert.deepEqual(large, []);
});

test("where motion is unwanted, a change is there at once", async (t) => {
  const page = await openArticle(t, { reducedMotion: "reduce" });
  const figure = await liveFigure(page, "throughput");
  const picture = (of: Locator): Promise<string> =>
    of.locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  // The first change brings the code for changes, with which the axis is decided anew.
  await figure.locator(".chart-legend button").first().click();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const before = await picture(figure);
  await figure.locator(".chart-legend button").nth(1).click();
  await page.waitForFunction(
    (old) => document.querySelector<HTMLCanvasElement>("#throughput canvas")?.toDataURL() !== old,
    before,
  );
  const after = await picture(figure);
  await page.waitForTimeout(50);
  assert.ok((await picture(figure)) === after, "50 ms later it is the same picture");
});
