import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { contrast, difference, type Rgb, sights, toLab, toRgb } from "../chart/colour.ts";
import { chartOf, liveFigure, openArticle } from "./figures.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

/** A colour that a browser computes, as hexadecimal digits. */
function hex(colour: string): string {
  const parts = colour.match(/[\d.]+/g)!.slice(0, 3);
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

/** What colours of the page's styles are in the end. */
async function computed(page: Page, variables: readonly string[]): Promise<string[]> {
  const colours = await page.evaluate((names) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.forcedColorAdjust = "none";
    const found = names.map((name) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return found;
  }, variables);
  return colours.map(hex);
}

const palette = Array.from({ length: 8 }, (_, i) => `--series-${i + 1}`);

for (const colorScheme of ["light", "dark"] as const) {
  test(`${colorScheme}: series can be told from the page and from each other, whatever sight a reader has`, async (t) => {
    const page = await openArticle(t, { colorScheme, javaScriptEnabled: true });
    const background = hex(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
    const colours = await computed(page, palette);
    assert.equal(new Set(colours).size, palette.length);
    for (const colour of colours) {
      assert.ok(contrast(toRgb(colour), toRgb(background)) >= 3, `${colour} on ${background}`);
    }
    for (const [sight, see] of Object.entries(sights)) {
      const seen = colours.map((colour): Rgb => toLab(see(toRgb(colour))));
      const pairs = seen.flatMap((a, i) => seen.slice(0, i).map((b) => difference(a, b)));
      assert.ok(Math.min(...pairs) > 10, `${sight}: ${Math.min(...pairs)}`);
    }
  });
}

test("each series has a colour, a sign and a dash of its own, the same in every chart of the post", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  const looks = await page.locator("figure.chart .chart-legend li").evaluateAll((items) =>
    items.map((item) => {
      const swatch = item.querySelector(".swatch")!;
      const parts = [...swatch.querySelectorAll("*")];
      const all = (name: string): string[] => parts.flatMap((part) => part.getAttribute(name) ?? []);
      return {
        series: (item as HTMLElement).dataset["series"]!,
        colour: [...new Set([...all("stroke"), ...all("fill")])].filter((one) => one.startsWith("var(--series")).join(),
        sign: JSON.stringify([swatch.querySelectorAll("circle").length, all("d")]),
        dash: all("stroke-dasharray").join(),
      };
    }),
  );
  const series = [...new Set(looks.map((look) => look.series))];
  assert.equal(looks.length, series.length * ids.length);
  for (const part of ["colour", "sign"] as const) {
    const bySeries = series.map((id) => new Set(looks.filter((look) => look.series === id).map((look) => look[part])));
    for (const [i, found] of bySeries.entries()) assert.equal(found.size, 1, `${part} of ${series[i]}`);
    assert.equal(new Set(bySeries.map(([one]) => one)).size, series.length, `${part}: two series share one`);
  }
  for (const id of ids) {
    const { series } = await chartOf(page.locator(`figure#${id}`));
    for (const { id: one, style } of series) {
      const look = looks.find((look) => look.series === one)!;
      assert.equal(look.colour, `var(--series-${style.colour})`);
      const line = page.locator(`#${id} .plot path[stroke="${look.colour}"][stroke-width="2"]`).first();
      assert.equal((await line.getAttribute("stroke-dasharray")) ?? "", style.dash.join(" "), `${one} in ${id}`);
    }
  }
});

/** The share of a figure's pixels that have a colour. */
async function shareOf(figure: Locator, colour: string): Promise<number> {
  const { data } = PNG.sync.read(await figure.screenshot());
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (let i = 0; i < data.length; i += 4) if (wanted.every((part, k) => Math.abs(part - data[i + k]!) < 3)) found++;
  return (4 * found) / data.length;
}

for (const [how, theme] of [
  ["by the system", null],
  ["by the reader", "dark"],
] as const) {
  test(`dark ${how}: no part of a figure is white, on its canvas neither, and the picture was not drawn anew`, async (t) => {
    const page = await openArticle(t, { colorScheme: theme === null ? "dark" : "light", javaScriptEnabled: true });
    const still = (): Promise<string> => page.locator("#response-time .plot").evaluate((svg) => svg.outerHTML);
    const before = await still();
    if (theme !== null) await page.evaluate((value) => (document.documentElement.dataset["theme"] = value), theme);
    for (const id of ids) {
      const figure = await liveFigure(page, id);
      assert.ok((await shareOf(figure, "#ffffff")) < 0.05, id);
      assert.ok((await shareOf(figure, "#15181b")) > 0.5, `${id} is on the dark paper`);
    }
    assert.equal(await still(), before);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`forced colours, ${colorScheme}: lines, words and names can be seen, in pictures and on canvases`, async (t) => {
    const page = await openArticle(t, { forcedColors: "active", colorScheme });
    const [paper, ink] = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("i"));
      const found = ["Canvas", "CanvasText"].map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      });
      probe.remove();
      return found;
    });
    for (const id of ids) {
      const figure = page.locator(`figure#${id}`);
      const { series } = await chartOf(figure);
      const words = await figure
        .locator(".plot > :not(.ends) text, .plot > g:not(.ends) text")
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
      assert.ok(words.length > 8);
      assert.deepEqual(new Set(words), new Set([ink]), id);
      const lines = await figure
        .locator('.plot path[stroke^="var(--series"][stroke-width="2"]')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
      assert.equal(new Set(lines).size, series.length, id);
      for (const line of lines) assert.ok(contrast(toRgb(hex(line)), toRgb(hex(paper!))) >= 3, `${line} on ${paper}`);
    }
    const figure = await liveFigure(page, "throughput");
    const canvas = figure.locator("canvas");
    assert.ok((await shareOf(canvas, hex(ink!))) > 0.001, "words on the canvas");
    const grid = await page
      .locator('#throughput .plot [stroke="var(--chart-grid)"]')
      .first()
      .evaluate((line) => getComputedStyle(line).stroke);
    const [red, , , share] = grid.match(/[\d.]+/g)!.map(Number);
    const seen = (1 - share!) * Number.parseInt(hex(paper!).slice(1, 3), 16) + share! * red!;
    const mixed = toRgb(hex(`rgb(${[seen, seen, seen].map(Math.round).join(", ")})`));
    assert.ok(contrast(mixed, toRgb(hex(paper!))) < 3, `lines of the grid, ${grid}, are no louder than the figures`);
    for (const colour of (await computed(page, palette)).slice(0, 4))
      assert.ok((await shareOf(canvas, colour)) > 0.0005, `a line of ${colour} on the canvas`);
  });
}

test("where motion is unwanted, a picture taken 50 ms after a change is the picture that stays", async (t) => {
  const page = await openArticle(t, { reducedMotion: "reduce" });
  const figure = await liveFigure(page, "throughput");
  const buttons = figure.locator(".chart-legend button");
  // The first change brings the code for changes, with which the axis is decided anew.
  await buttons.first().click();
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /\/tools-[^/]*\.js$/.test(name)),
  );
  await page.waitForLoadState("networkidle");
  await buttons.first().click();
  await figure.locator("canvas").evaluate((canvas) => (canvas.dataset["before"] = ""));
  const before = await figure.screenshot();
  await buttons.nth(1).click();
  await page.waitForSelector("#throughput canvas:not([data-before])");
  const changed = await figure.screenshot();
  await page.waitForTimeout(50);
  assert.ok(!changed.equals(before), "the change is there");
  assert.ok(changed.equals(await figure.screenshot()), "nothing moves any more");
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
});
