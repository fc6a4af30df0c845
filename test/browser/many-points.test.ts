import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { openPage } from "./browser.ts";
import { madePost, madeSite } from "./made.ts";
import { failuresIn, pictureOf } from "./picture.ts";
import type { Site } from "./site.ts";

const points = 200_000;
const spike = 123_456;
const x = Array.from({ length: points }, (_, i) => i / 100);
/** Invented response times in seconds: noise, and a single point that stands out. */
const latency = x.map((_, i) => (i === spike ? 0.75 : Number((0.03 + 0.02 * Math.sin(i * i)).toFixed(6))));

/** A single place at which requests failed, and a stretch of them. */
const alone = 30_000;
const stretch = [150_000, 160_000] as const;
const failed = x.map((_, i) => (i === alone || (i >= stretch[0] && i < stretch[1]) ? 0.25 : 0));

const dataset = {
  x: { name: "elapsed", label: "Elapsed", unit: "s", display: "s" },
  metrics: {
    latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
    error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower" },
  },
  series: [{ id: "one", label: "One", x, values: { latency: { value: latency }, error_ratio: { value: failed } } }],
  charts: { long: { metric: "latency" } },
};

/** Whether a line is drawn where only the spike reaches: in the column of pixels around it, high in the plot. */
async function reachesUp(figure: Locator): Promise<boolean> {
  return figure.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const [width, height] = [canvas.width, canvas.height];
    const pen = new OffscreenCanvas(width, height).getContext("2d")!;
    pen.drawImage(canvas, 0, 0);
    const { data } = pen.getImageData(0, Math.round(height * 0.3), width, 8);
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

  test("shows where requests failed, once among many and in a stretch, and the readout says it", async (t) => {
    const page = await openPage(t, site.url(madePost));
    const at = failuresIn(await pictureOf(page.locator("figure#long")), 1).map(([share]) => Math.round(share * points));
    assert.equal(at.filter((row) => Math.abs(row - alone) < points / 800).length, 1);
    // a place is written in four thousandths of the axis
    const along = at.filter((row) => row >= stretch[0] - points / 4000 && row < stretch[1] + points / 4000);
    const spaces = [stretch[0], ...along, stretch[1]].map((row, i, all) => row - (all[i - 1] ?? row));
    assert.ok(along.length >= 5 && Math.max(...spaces) <= points / 50, spaces.join(" "));
    assert.equal(at.length, 1 + along.length, "and nowhere else");

    const figure = page.locator("figure#long");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    const said = new Set<number>();
    for (const share of [0.5, 0.73, 0.75]) {
      await hoverAt(page, figure, share);
      await page.locator("figure#long[data-x]").waitFor();
      await page.waitForTimeout(100);
      const row = Math.round(Number(await figure.getAttribute("data-x")) * 100);
      const words = await figure.locator(".chart-card-row").innerText();
      assert.equal(/25 % failed/.test(words), failed[row]! > 0, `${words} at ${row}`);
      said.add(failed[row]!);
    }
    assert.deepEqual([...said], [0, 0.25]);
    await page.mouse.move(0, 0);
    await page.goto(`${page.url().split(/[?#]/)[0]}?x=${x[alone]!}#long`);
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    assert.match(await figure.locator(".chart-card-row").innerText(), /25 % failed/);
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

  test("answers before the code for finer points has come, and gets them in a part that was looked at meanwhile", async (t) => {
    const page = await openPage(t, site.url(madePost));
    let send = (): void => undefined;
    const asked = new Promise<void>((resolve) => (send = resolve));
    await page.route("**/levels-*.js", async (route) => {
      await asked;
      await route.continue();
    });
    await page.reload();
    const figure = page.locator("figure#long");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("figure#long.is-live .chart-menu").waitFor();
    await figure.locator(".chart-plot").focus();
    for (let i = 0; i < 9; i++) await page.keyboard.press("+");
    await page.waitForURL(/xrange=/);
    send();
    await expectSteps(page, figure);
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
