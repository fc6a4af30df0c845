import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator } from "playwright-core";
import { unionGrid } from "../../src/client/measured.ts";
import { readAt } from "../../src/client/readout.ts";
import { readingText, readoutText } from "../../src/client/words.ts";
import { chartOf, liveFigure, openArticle, pointAt, spoken } from "./figures.ts";

const nothing = new Set<string>();

async function cardRows(figure: Locator): Promise<string[][]> {
  const rows = await figure.locator(".chart-card-row").all();
  return Promise.all(rows.map((row) => row.locator("bdi, b, span").allTextContents()));
}

test("the keyboard reads every measured point, and what is spoken are the dataset's figures", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const chart = await chartOf(figure);
  await figure.locator(".chart-plot").focus();
  const grid = unionGrid(chart.series);
  for (const x of grid) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await spoken(figure), readoutText(chart, readAt(chart, nothing, x), null));
  }
  assert.ok(grid.length >= 40, "there are points to read");
});

test("ends, series and leaving by the keyboard", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "response-time");
  const chart = await chartOf(figure);
  const grid = unionGrid(chart.series);
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    return spoken(figure);
  };
  await figure.locator(".chart-plot").focus();
  const last = readAt(chart, nothing, grid.at(-1)!);
  assert.equal(await press("End"), readoutText(chart, last, null));
  assert.equal(await press("ArrowDown"), readoutText(chart, last, last.rows[0]!.series.id));
  assert.equal(await figure.locator(".is-focus bdi").innerText(), last.rows[0]!.series.label);
  assert.equal(await press("Home"), readoutText(chart, readAt(chart, nothing, grid[0]!), last.rows[0]!.series.id));
  assert.equal(await press("Escape"), "");
  assert.ok(await figure.locator(".chart-card").isHidden());
});

test("a chart is one stop for the Tab key, named and described, with its keys explained", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  const plot = figure.locator(".chart-plot");
  assert.equal(await figure.locator("[tabindex='0']").count(), 1);
  const described = (await plot.getAttribute("aria-describedby"))!.split(" ");
  const texts = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()));
  assert.match(texts[0]!, /Node\.js \(1\): from 50\.43/);
  assert.match(texts[1]!, /Sustained peak|saturat|delivered/);
  assert.match(texts[2]!, /arrow keys/);
  assert.match((await plot.getAttribute("aria-label"))!, /^Line chart of Throughput/);
  await figure.locator(".chart-legend button").last().focus();
  await page.keyboard.press("Tab");
  assert.ok(await plot.evaluate((element) => element.matches(":focus-visible")));
  const ring = await plot.evaluate((element) => getComputedStyle(element).outlineWidth);
  assert.ok(Number.parseFloat(ring) >= 2, `focus ring of ${ring}`);
});

test("the Tab key comes once to the chart, and to nothing else but its buttons and links", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const figure = await liveFigure(page, "throughput");
  await page.locator("#throughput").evaluate((element) => {
    const before = Object.assign(document.createElement("button"), { id: "before", textContent: "Before" });
    element.before(before);
    before.focus();
  });
  const stops: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await figure.evaluate((element) => {
      const { activeElement } = document;
      if (activeElement === null || !element.contains(activeElement)) return null;
      return activeElement.className === "chart-plot" ? "plot" : activeElement.localName;
    });
    if (stop === null) break;
    stops.push(stop);
    // what is read does not make more stops
    if (stop === "plot") await page.keyboard.press("End");
  }
  const count = (kind: string): number => stops.filter((stop) => stop === kind).length;
  assert.equal(count("plot"), 1, stops.join(" "));
  assert.equal(count("button") + count("a") + count("summary"), stops.length - 1, stops.join(" "));
  assert.ok(count("button") >= (await chartOf(figure)).series.length);
});

test("the keyboard and the mouse give the same readout", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const figure = await liveFigure(page, "response-time");
  await pointAt(figure, 0.6);
  await page.waitForSelector("#response-time[data-x]");
  const [x, byMouse] = [await figure.getAttribute("data-x"), await figure.locator(".chart-card").innerText()];
  await page.mouse.move(2, 2);
  await page.waitForSelector("#response-time:not([data-x])", { state: "attached" });
  await figure.locator(".chart-plot").focus();
  await page.keyboard.press("Home");
  while ((await figure.getAttribute("data-x")) !== x) await page.keyboard.press("ArrowRight");
  assert.equal(await figure.locator(".chart-card").innerText(), byMouse);
});

test("the mouse reads the nearest measured point of each series, sorted as drawn", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const figure = await liveFigure(page, "throughput");
  const chart = await chartOf(figure);
  await pointAt(figure, 0.7);
  await page.waitForSelector("#throughput[data-x]");
  const readout = readAt(chart, nothing, Number(await figure.getAttribute("data-x")));
  const expected = readout.rows.map((row) => {
    const { figure, spread, elsewhere, failed } = readingText(chart, readout, row);
    return [row.series.label, figure, [spread, elsewhere, failed].filter(Boolean).join(" · ")];
  });
  assert.deepEqual(await cardRows(figure), expected);
  const card = (await figure.locator(".chart-card").boundingBox())!;
  const box = (await figure.boundingBox())!;
  assert.ok(card.x >= box.x && card.x + card.width <= box.x + box.width, "the card is inside the figure");
  await page.mouse.move(2, 2);
  await page.waitForSelector("#throughput:not([data-x])", { state: "attached" });
});

test("charts of a post with the same x are read together; only the one under the hand speaks", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 4000 } });
  const first = await liveFigure(page, "throughput");
  const second = await liveFigure(page, "response-time");
  await first.locator(".chart-plot").focus();
  for (const key of ["End", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  const x = await first.getAttribute("data-x");
  assert.equal(x, "1900");
  assert.equal(await second.getAttribute("data-x"), x);
  assert.notEqual(await spoken(first), "");
  assert.equal(await spoken(second), "");
});

test("on a phone the readout stands above the plot and covers none of it", async (t) => {
  const page = await openArticle(t, { viewport: { width: 375, height: 800 }, hasTouch: true });
  const figure = await liveFigure(page, "throughput");
  const plot = (await figure.locator(".chart-plot").boundingBox())!;
  await page.touchscreen.tap(plot.x + plot.width / 2, plot.y + plot.height / 2);
  await page.waitForSelector("#throughput[data-x]");
  const card = (await figure.locator(".chart-card").boundingBox())!;
  assert.ok(card.y + card.height <= plot.y, "above the plot");
  assert.ok(card.x >= 0 && card.x + card.width <= 375, "inside the screen");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 375);
});

/** Puts a finger in the middle of the plot, draws it along in small steps, and lifts it. */
async function swipe(figure: Locator, dx: number, dy: number): Promise<void> {
  const page = figure.page();
  const plot = (await figure.locator(".chart-plot").boundingBox())!;
  const [x, y] = [plot.x + plot.width / 2, plot.y + plot.height / 2];
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [{ x, y }]);
  for (let step = 1; step <= 12; step++) {
    await touch("touchMove", [{ x: x + (dx * step) / 12, y: y + (dy * step) / 12 }]);
    await page.waitForTimeout(20);
  }
  await touch("touchEnd", []);
}

test("a finger that goes up over a chart scrolls the page and reads nothing", async (t) => {
  const page = await openArticle(t, { viewport: { width: 375, height: 800 }, hasTouch: true });
  const figure = await liveFigure(page, "throughput");
  const before = await page.evaluate(() => scrollY);
  await swipe(figure, 10, -180);
  await page.waitForFunction((before) => scrollY - before >= 100, before);
  assert.equal(await figure.getAttribute("data-x"), null);
});

test("a finger that goes sideways reads along the points and scrolls nothing", async (t) => {
  const page = await openArticle(t, { viewport: { width: 375, height: 800 }, hasTouch: true });
  const figure = await liveFigure(page, "throughput");
  const before = await page.evaluate(() => scrollY);
  await swipe(figure, 80, 6);
  await page.waitForSelector("#throughput[data-x]");
  assert.ok(Number(await figure.getAttribute("data-x")) > 1200, "right of the middle, where the finger went");
  assert.equal(await page.evaluate(() => scrollY), before);
  await page.locator("h1").dispatchEvent("pointerdown");
  assert.equal(await figure.getAttribute("data-x"), null, "a touch elsewhere takes the readout away");
});
