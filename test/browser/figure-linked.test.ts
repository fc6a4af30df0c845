import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { drawnFrames, liveFigure, openArticle, pointAt } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import type { Site } from "./site.ts";

/** The x at which each of some charts is read; they lie on one screen, so that the mouse stays in the one. */
async function readIn(page: Page, ids: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map((id) => page.locator(`#${id}`).getAttribute("data-x")));
}

const screen = { viewport: { width: 1280, height: 4000 } };

test("a pointer in one chart reads all others with the same x at that x, and leaves them together", async (t) => {
  const page = await openArticle(t, screen);
  const ids = ["throughput", "response-time", "stdev", "errors"];
  for (const id of ids) await liveFigure(page, id);
  const [first] = ids.map((id) => page.locator(`#${id}`));
  for (const share of [0.3, 0.9]) {
    const before = await first!.getAttribute("data-x");
    await pointAt(first!, share);
    await page.waitForFunction(
      (old) => document.querySelector<HTMLElement>("#throughput")!.dataset["x"] !== (old ?? undefined),
      before,
    );
    const [x, ...others] = await readIn(page, ids);
    assert.ok(x !== null);
    assert.deepEqual(others, [x, x, x]);
    const rows = (id: string): Locator => page.locator(`#${id} .chart-card-row`);
    for (const id of ids) assert.equal(await rows(id).count(), 4, id);
    const lines = await page.locator(".chart-cross:not([visibility]) .chart-cross-line").count();
    assert.equal(lines, ids.length, "each has its line");
  }
  await page.mouse.move(2, 2);
  await page.waitForSelector("#throughput:not([data-x])");
  assert.deepEqual(await readIn(page, ids), [null, null, null, null]);
});

test("a chart out of sight follows when it comes into sight", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 500 } });
  const [near, far] = [await liveFigure(page, "throughput"), await liveFigure(page, "errors")];
  await near.locator(".chart-plot").focus();
  // keys may be quicker than what tells which charts can be seen
  await drawnFrames(page);
  await page.keyboard.press("End");
  const x = await near.getAttribute("data-x");
  assert.ok(x !== null);
  await page.keyboard.press("Home");
  const first = await near.getAttribute("data-x");
  assert.notEqual(first, x);
  assert.notEqual(await far.getAttribute("data-x"), first);
  await far.scrollIntoViewIfNeeded();
  await page.locator(`#errors[data-x="${first}"]`).waitFor();
  assert.equal(await far.locator(".chart-card-row").count(), 4);
});

test("a series that is off in one chart is off in all others, in picture and readout", async (t) => {
  const page = await openArticle(t, screen);
  const ids = ["throughput", "response-time", "errors"];
  for (const id of ids) await liveFigure(page, id);
  await page.locator("#response-time .chart-legend button").nth(2).click();
  await page.locator("#throughput .chart-plot").focus();
  await page.keyboard.press("End");
  for (const id of ids) {
    const figure = page.locator(`#${id}`);
    assert.equal(await figure.locator(".chart-legend button").nth(2).getAttribute("aria-pressed"), "false");
    const names = await figure.locator(".chart-card-row bdi").allTextContents();
    assert.deepEqual(names.toSorted(), ["Gevent (10)", "Node.js (1)", "Node.js (10)"], id);
  }
});

const names = ["lists", "maps", "sets", "trees"];
const made = {
  x: { name: "container", label: "Container", values: names },
  metrics: {
    time: { label: "Time", unit: "s", display: "ms", better: "lower" },
    memory: { label: "Memory", unit: "B", display: "kB", better: "lower" },
  },
  series: ["one", "two"].map((id, i) => ({
    id,
    values: { time: { value: [0.004, 0.003, 0.002, 0.001 + i] }, memory: { value: [1000 + i, 4000, 3000, 2000] } },
  })),
  charts: { time: { metric: "time" }, memory: { metric: "memory" }, upright: { metric: "time", mark: "bar" } },
};

describe("charts over the same names, each in an order of its own", () => {
  const ids = ["time", "memory", "upright"];
  let site: Site;
  before(async () => {
    site = await madeSite(made, ids.map((id) => `<div id="${id}" class="flot"></div>`).join("\n\nWords.\n\n"));
  });

  /** The names that the charts are read at; each has its crosshair at that name. */
  const readNames = (page: Page): Promise<(string | null)[]> =>
    Promise.all(ids.map((id) => page.locator(`#${id} .chart-card:not([hidden]) .chart-card-head`).textContent()));

  test("are read together by name", async (t) => {
    const page = await openPage(t, site.url(madePost), screen);
    for (const id of ids) await liveFigure(page, id);
    await page.locator("#time .chart-plot").focus();
    const seen: string[] = [];
    const places: number[] = [];
    for (const _ of names) {
      await page.keyboard.press("ArrowRight");
      const read = await readNames(page);
      assert.equal(new Set(read.map((words) => words!.replace(/ms|kB/, ""))).size, 1, read.join(", "));
      seen.push(read[0]!.replace("ms", ""));
      places.push(new Set(await readIn(page, ids)).size);
    }
    assert.deepEqual(seen.toSorted(), names);
    assert.ok(
      places.some((different) => different > 1),
      "the orders differ",
    );
  });

  test("and an address names the name", async (t) => {
    const page = await openPage(t, site.url(madePost), screen);
    for (const id of ids) await liveFigure(page, id);
    await page.locator("#memory .chart-plot").focus();
    await page.keyboard.press("End");
    const [, name] = await readNames(page);
    await page.waitForFunction(() => /[?&]x=/.test(location.search));
    assert.equal(new URL(page.url()).searchParams.get("x"), name!.replace("kB", ""));
    await page.reload();
    for (const id of ids) await liveFigure(page, id);
    assert.equal((await readNames(page))[1], name);
  });
});
