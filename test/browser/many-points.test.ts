import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { madePost, madeSite } from "./made.ts";
import type { Site } from "./site.ts";

const points = 200_000;
const spike = 123_456;
const x = Array.from({ length: points }, (_, i) => i / 100);
/** Invented response times in seconds: noise, and a single point that stands out. */
const latency = x.map((_, i) => (i === spike ? 0.75 : Number((0.03 + 0.02 * Math.sin(i * i)).toFixed(6))));

const dataset = {
  x: { name: "elapsed", label: "Elapsed", unit: "s", display: "s" },
  metrics: { latency: { label: "Response time", unit: "s", display: "ms", better: "lower" } },
  series: [{ id: "one", label: "One", x, values: { latency: { value: latency } } }],
  charts: { long: { metric: "latency" } },
};

/** Whether a line is drawn where only the spike reaches: in the column of pixels around it, high in the plot. */
async function reachesUp(figure: Locator): Promise<boolean> {
  return figure.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const [width, height] = [canvas.width, canvas.height];
    const { data } = canvas.getContext("2d")!.getImageData(0, Math.round(height * 0.3), width, 8);
    const coloured = (i: number): boolean => data[i + 3]! > 60 && Math.abs(data[i]! - data[i + 2]!) > 40;
    return Array.from({ length: data.length / 4 }, (_, pixel) => pixel * 4).some(coloured);
  });
}

async function hoverAt(page: Page, figure: Locator, share: number): Promise<void> {
  const box = (await figure.locator("canvas").boundingBox())!;
  await page.mouse.move(box.x + box.width * share, box.y + 150);
}

describe("a chart of 200,000 points", () => {
  let site: Site;
  before(async () => {
    site = await madeSite(dataset, 'Text.\n\n<div id="long" class="flot"></div>', { pathPrefix: "/blog/" });
  });

  test("shows its one spike without a script, in a small page", async (t) => {
    const page = await openPage(t, site.url(madePost), { javaScriptEnabled: false });
    const heights = await page
      .locator("svg.plot path[stroke*='series-1']")
      .evaluateAll((paths) => paths.map((path) => (path as SVGPathElement).getBBox().height));
    const plot = await page.locator("svg.plot").evaluate((svg) => svg.getBoundingClientRect().height);
    // the picture has five units to a pixel; without the spike the line would be a fifteenth as high
    assert.ok(Math.max(...heights) > 5 * plot * 0.5, `${heights.join(", ")} of ${plot}`);
    assert.ok((await page.content()).length < 60_000);
    await page.getByText(/200.000 points: in each of 800 columns/).waitFor();
  });

  test("loads what its picture shows, then the points that the reader looks at", async (t) => {
    const page = await openPage(t, site.url(madePost));
    const figure = page.locator("figure#long");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    const loaded: string[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/data/")) loaded.push(new URL(response.url()).pathname);
    });
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    assert.deepEqual(loaded, ["/blog/data/made/long/levels/5-0.json"]);
    assert.ok(await reachesUp(figure));

    const plot = figure.locator(".chart-plot");
    await hoverAt(page, figure, 0.5);
    await page.locator("figure#long[data-x]").waitFor();
    const read = Number(await figure.getAttribute("data-x"));
    const text = await figure.locator(".chart-card-row b").innerText();
    assert.equal(Number(text), Number((latency[Math.round(read * 100)]! * 1000).toPrecision(3)));

    await page.mouse.move(0, 0);
    await plot.focus();
    const address = new URL(page.url());
    await page.goto(`${address.origin}${address.pathname}?xrange=1230..1240#long`);
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    await page.waitForFunction(() => document.querySelector("figure#long canvas") !== null);
    await plot.focus();
    await expectSteps(page, figure);
    await figure.getByText(/A part of 200.000 points: all that lie in it are drawn/).waitFor();
    assert.ok(loaded.some((path) => /levels\/0-\d+\.json$/.test(path)));
    assert.ok(!loaded.includes("/blog/data/made.json"));
    await page.keyboard.press("Escape");
    assert.ok(await reachesUp(figure));
  });

  test("says where finer points do not come, and gets them when they do", async (t) => {
    const page = await openPage(t, site.url(madePost), { expected: [/levels\/|ERR_FAILED/] });
    const figure = page.locator("figure#long");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    await page.route("**/levels/*", (route) => route.abort());
    await figure.locator(".chart-plot").focus();
    await page.keyboard.press("+");
    await figure.getByText("The finer points of this part could not be loaded").waitFor();
    await page.unroute("**/levels/*");
    await page.keyboard.press("+");
    await figure.getByText("The finer points of this part could not be loaded").waitFor({ state: "detached" });
  });
});

/** One stroke of an arrow is one point of those that were measured, once they are here. */
async function expectSteps(page: Page, figure: Locator): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("levels/0-")),
  );
  await hoverAt(page, figure, 0.5);
  await page.locator("figure#long[data-x]").waitFor();
  const first = Math.round(Number(await figure.getAttribute("data-x")) * 100);
  for (const step of [1, 2, 3]) {
    await page.keyboard.press("ArrowRight");
    assert.equal(Math.round(Number(await figure.getAttribute("data-x")) * 100), first + step);
    const text = await figure.locator(".chart-card-row b").innerText();
    assert.equal(Number(text), Number((latency[first + step]! * 1000).toPrecision(3)));
  }
}
