import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { all, readSvg } from "../drawing/read-svg.ts";
import { openPage } from "./browser.ts";
import { liveFigure, openMenu, press, savedFile } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import type { Site } from "./site.ts";

/** Three series over other places each; the last has a hole, and there are zeros on both axes. The first has circles for signs. */
const series = [
  { id: "even", x: [0, 10, 20, 30, 40], y: [5, 1, 0, 7, 13] },
  { id: "sparse", x: [10, 25, 40], y: [2, 5, 11] },
  { id: "holed", x: [10, 12, 14, 40], y: [3, 4, 0, 17] },
];

const dataset = {
  x: { name: "load", label: "Load", unit: "1/s", display: "req/s" },
  metrics: { latency: { label: "Response time", unit: "s", display: "s" } },
  series: series.map(({ id, x, y }) => ({ id, x, values: { latency: { value: y } } })),
  charts: { grids: { metric: "latency" }, alone: { metric: "latency", series: ["even"] } },
};

/** What was measured nearest to an x, no farther than half the usual step of its own series. */
function nearest({ x, y }: (typeof series)[number], at: number): { x: number; y: number } | null {
  const gaps = x.slice(1).map((value, i) => value - x[i]!);
  const half = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]! / 2;
  const points = x.map((value, i) => ({ x: value, y: y[i]!, away: Math.abs(value - at) }));
  const best = points.reduce((found, point) => (point.away < found.away ? point : found));
  return best.away <= half ? best : null;
}

/** The rows of the readout, from the top down: name, figure, and where it stands if not here. */
function card(figure: Locator): Promise<string[][]> {
  return figure
    .locator(".chart-card-row")
    .evaluateAll((rows) =>
      rows.map((row) => ["bdi", "b", "span"].map((part) => row.querySelector(`:scope > ${part}`)!.textContent!)),
    );
}

describe("series over unequal places", () => {
  let site: Site;
  before(async () => {
    const text = '<div id="grids" class="flot"></div>\n\nMore.\n\n<div id="alone" class="flot"></div>';
    site = await madeSite(dataset, text);
  });

  test("have a row each at every place, with a measured figure or none, never one in between", async (t) => {
    const page = await openPage(t, site.url(madePost), { viewport: { width: 1280, height: 900 } });
    const figure = await liveFigure(page, "grids");
    await figure.locator(".chart-plot").focus();
    const places = [...new Set(series.flatMap(({ x }) => x))].sort((a, b) => a - b);
    for (const at of places) {
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector(`#grids[data-x="${at}"]`);
      const points = series.map((one) => ({ id: one.id, point: nearest(one, at) }));
      // as they are drawn: the highest on top, those without a figure last
      points.sort((a, b) => (b.point?.y ?? -Infinity) - (a.point?.y ?? -Infinity) || 0);
      const expected = points.map(({ id, point }) =>
        point === null ? [id, "no value", ""] : [id, String(point.y), point.x === at ? "" : `at ${point.x}`],
      );
      assert.deepEqual(await card(figure), expected, `at ${at}`);
    }
    await figure.locator(".chart-legend button").nth(1).click();
    await figure.locator(".chart-plot").focus();
    await page.keyboard.press("Home");
    assert.deepEqual((await card(figure)).map(([name]) => name).toSorted(), ["even", "holed"]);
  });

  test("keep every point on a log scale, those at 0 in a lane of their own, by key and by pointer", async (t) => {
    const page = await openPage(t, site.url(madePost));
    const figure = await liveFigure(page, "alone");
    await openMenu(figure);
    const { y } = series[0]!;
    assert.equal((await seen(figure)).signs, y.length);
    await press(figure, "Log scale");
    const log = await seen(figure);
    assert.equal(log.signs, y.length);
    assert.ok(log.words.includes("0") && log.words.some((words) => /Response time \(s, log\)/.test(words)));
    assert.match(await figure.locator("figcaption").innerText(), /1 point is 0 and stands below the log scale/);
    await figure.locator(".chart-plot").focus();
    await page.keyboard.press("l");
    const linear = await seen(figure);
    assert.ok(linear.words.some((words) => /Response time \(s\)/.test(words)));
    assert.doesNotMatch(await figure.locator("figcaption").innerText(), /below the log scale/);
  });

  test("keep every point where the axis below is put on a log scale, by pointer and by keyboard", async (t) => {
    const page = await openPage(t, site.url(madePost));
    const figure = await liveFigure(page, "alone");
    await openMenu(figure);
    const axis = async (): Promise<string> => (await seen(figure)).words.find((words) => words.startsWith("Load ("))!;
    const name = "Load on a log scale";
    const button = figure.locator(".chart-menu-row button", { hasText: name });
    assert.equal(await axis(), "Load (req/s)");
    await press(figure, name);
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    assert.equal(await axis(), "Load (req/s, log)");
    const log = await seen(figure);
    assert.equal(log.signs, series[0]!.x.length);
    assert.equal(log.words.filter((words) => words === "0").length, 2, "of each axis one");
    await figure.locator(".chart-plot").focus();
    await page.keyboard.press("Home");
    assert.deepEqual(await card(figure), [["even", "5", ""]]);
    await page.waitForSelector('#alone[data-x="0"]');
    const ring = (await figure.locator(".chart-cross circle").first().boundingBox())!;
    const canvas = (await figure.locator("canvas").boundingBox())!;
    assert.ok(ring.x > canvas.x && ring.x < canvas.x + canvas.width / 4, "in the lane left of the scale");
    await button.focus();
    await page.keyboard.press("Enter");
    assert.equal(await axis(), "Load (req/s)");
    assert.equal(await button.getAttribute("aria-pressed"), "false");
  });
});

/** What stands along the axes of the picture as it is seen, and how many signs are in it. */
async function seen(figure: Locator): Promise<{ signs: number; words: string[] }> {
  const svg = readSvg((await savedFile(figure, "SVG")).bytes.toString("utf8"));
  return { signs: all(svg, "circle").length, words: all(svg, "text").map(({ text }) => text) };
}

describe("a post of thirty charts", () => {
  const count = 30;
  const ids = Array.from({ length: count }, (_, i) => `chart-${i + 1}`);
  let site: Site;
  before(async () => {
    const paragraph = "Words between the charts of a long article that nobody has to read. ".repeat(6);
    const charts = Object.fromEntries(ids.map((id) => [id, { metric: "latency" }]));
    const text = ids.map((id) => `${paragraph}\n\n<div id="${id}" class="flot"></div>`).join("\n\n");
    site = await madeSite({ ...dataset, charts }, text);
  });

  test("brings to life those that are near, one after the other, and moves nothing", async (t) => {
    const page = await openPage(t, site.url(madePost), { viewport: { width: 1280, height: 900 } });
    await page.waitForSelector("figure#chart-1.is-live .chart-menu");
    const alive = (): Promise<readonly string[]> =>
      page.locator("figure.is-live").evaluateAll((figures) => figures.map(({ id }) => id));
    const near = await page
      .locator("figure.chart")
      .evaluateAll((figures) =>
        figures.filter((figure) => figure.getBoundingClientRect().top < 2 * innerHeight).map(({ id }) => id),
      );
    assert.ok(near.length < count / 2, `${near.length} of ${count} charts are near`);
    for (const id of near) await page.waitForSelector(`figure#${id}.is-live`);
    // Those further down would have had their turn by now.
    await page.waitForTimeout(1000);
    assert.deepEqual(await alive(), near);
    for (const id of ids) await liveFigure(page, id);
    assert.deepEqual(await alive(), ids);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 100);
        }),
    );
    assert.ok(shift < 0.01, `a shift of ${shift}`);
  });
});
