import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { openPage } from "./browser.ts";
import { liveFigure } from "./figures.ts";
import { madePost, madeSite } from "./made.ts";
import type { Site } from "./site.ts";

const places = [500, 1000, 9000];
const servers = ["Node.js + Connect (1)", "Node.js + Connect (10)", "CPython + Gevent (1)", "CPython + Gevent (10)"];
const note = "fewer than 95 % of the demanded requests were answered, in 2 of 3 runs; the server waited for its core";

/** Four servers with their spread, and remarks about what each did at its limit. */
const dataset = {
  x: { name: "load", label: "Demanded requests", unit: "1/s", display: "req/s" },
  metrics: { reply_rate: { label: "Replies", unit: "1/s", display: "req/s" }, busy: { label: "Busy", unit: "1" } },
  series: servers.map((label, k) => ({
    id: `s${k}`,
    label,
    x: places,
    values: {
      reply_rate: { mean: [499.6, 999.8, 5185.4], stdev: [0.4, 1.3, 436.2], n: [3, 3, 3] },
      busy: { mean: [3, 4, 5], stdev: [1, 1, 1], n: [3, 3, 3] },
    },
    flags: ["reply_rate", "busy"].map((metric) => ({ x: 9000, metric, flag: "saturated", note })),
  })),
  charts: { replies: { metric: "reply_rate" }, busy: { metric: "busy" } },
};

const desktop = { viewport: { width: 1280, height: 900 } };

/** How far the last cell that holds a figure lies within its table's window, in pixels: less than 0 where it is cut. */
function roomBeside(table: Locator): Promise<number> {
  return table.evaluate((region) => {
    const figures = [...region.querySelectorAll("tbody tr:first-child > td")].filter((cell) =>
      /\d/.test(cell.textContent),
    );
    return region.getBoundingClientRect().right - figures.at(-1)!.getBoundingClientRect().right;
  });
}

describe("the figures of four series with their spread", () => {
  let site: Site;
  before(async () => {
    site = await madeSite(dataset, '<div id="replies" class="flot"></div>\n\n<div id="busy" class="flot"></div>');
  });

  test("are seen at once in the table below a chart, and remarks stand in lines beside them", async (t) => {
    const page = await openPage(t, site.url(madePost), desktop);
    const figure = await liveFigure(page, "replies");
    await figure.locator(".chart-to-table").click();
    const table = figure.locator(".chart-table");
    await table.locator("tbody tr").first().waitFor();
    const room = await roomBeside(table);
    assert.ok(room >= 0, `${-room} px are cut`);
    const width = await table.locator("td", { hasText: note }).evaluate((cell) => cell.getBoundingClientRect().width);
    assert.ok(width < 400, `remarks take ${width} px`);
  });

  test("are seen at once on the page of the chart", async (t) => {
    const page = await openPage(t, site.url(madePost), desktop);
    await page.goto(site.url(madePost.replace(".html", "/replies.html")));
    const room = await roomBeside(page.locator(".numbers"));
    assert.ok(room >= 0, `${-room} px are cut`);
  });

  test("stand below what their column is called, in the last as in the others", async (t) => {
    const page = await openPage(t, site.url(madePost), desktop);
    const figure = await liveFigure(page, "busy");
    await figure.locator(".chart-to-table").click();
    await figure.locator(".chart-table tbody tr").first().waitFor();
    const [heads, cells] = await Promise.all(
      ["thead tr:last-child button", "tbody tr:first-child td:not(:last-child)"].map((selector) =>
        figure.locator(`.chart-table ${selector}`).evaluateAll((all) =>
          all.map((one) => {
            const text = document.createRange();
            text.selectNodeContents(one);
            const { top, right } = text.getBoundingClientRect();
            return { top, right: Math.round(right) };
          }),
        ),
      ),
    );
    assert.equal(heads!.length, 12);
    assert.equal(new Set(heads!.map(({ top }) => top)).size, 1);
    assert.deepEqual(
      heads!.map(({ right }) => right),
      cells!.map(({ right }) => right),
    );
  });
});
