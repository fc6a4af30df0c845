import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { chartOf, drawnFrames, liveFigure, openArticle } from "./figures.ts";

const ids = ["throughput", "response-time", "stdev", "errors"];

/** The colours of the series whose lines can be seen in the static picture. */
function drawnColours(page: Page, id: string): Promise<string[]> {
  return page
    .locator(`#${id} .plot path[stroke^="var(--series"]`)
    .evaluateAll((paths) =>
      paths
        .filter((path) => getComputedStyle(path).visibility === "visible" && path.getClientRects().length > 0)
        .map((path) => path.getAttribute("stroke")!),
    );
}

test("without script every figure is whole: picture, words, and links to its other forms", async (t) => {
  const page = await openArticle(t, { javaScriptEnabled: false });
  for (const id of ids) {
    const figure = page.locator(`figure#${id}`);
    const chart = await chartOf(figure);
    const stroked = await figure
      .locator('.plot path[stroke^="var(--series"]')
      .evaluateAll((all) => all.map((path) => path.getAttribute("stroke")));
    assert.equal(new Set(stroked).size, chart.series.length, id);
    assert.deepEqual(
      await figure.locator(".chart-legend li").allInnerTexts(),
      chart.series.map(({ label }) => label),
    );
    assert.equal(await figure.locator("button, canvas").count(), 0);
    const box = (await figure.locator(".chart-plot").boundingBox())!;
    assert.equal(box.height, chart.height, "the height that the stylesheet promised");
  }
  await page.locator("#throughput .chart-to-table").click();
  assert.match(page.url(), /how-many-requests\/throughput\.html$/);
  assert.equal(await page.locator("tbody tr").count(), 40);
});

test("the canvas takes over without a shift, in the same place and size", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  // the fallback is as wide and high as our font only where the machine has the one that it is made of
  await drawnFrames(page);
  await page.evaluate(() => document.fonts.ready);
  await drawnFrames(page);
  const shifts = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (list: PerformanceObserverEntryList): void => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        new PerformanceObserver(add).observe({ type: "layout-shift" });
        document.addEventListener("all-alive", () => resolve(sum));
      }),
  );
  for (const id of ids) {
    const still = (await page.locator(`#${id}`).boundingBox())!;
    const figure = await liveFigure(page, id);
    const live = (await figure.boundingBox())!;
    assert.deepEqual([live.width, live.height], [still.width, still.height], id);
    const [plot, canvas] = [
      await figure.locator(".chart-plot").boundingBox(),
      await figure.locator("canvas").boundingBox(),
    ];
    assert.deepEqual(canvas, plot, id);
    assert.equal(await figure.locator("svg.plot").evaluate((svg) => getComputedStyle(svg).display), "none");
  }
  await page.evaluate(() => document.dispatchEvent(new Event("all-alive")));
  assert.equal(await shifts, 0);
});

test("print shows the static picture without what is switched off, and no controls", async (t) => {
  const page = await openArticle(t);
  const figure = await liveFigure(page, "throughput");
  assert.equal(new Set(await drawnColours(page, "throughput")).size, 0, "the canvas stands over it on the screen");
  await figure.locator(".chart-legend button").first().click();
  await page.emulateMedia({ media: "print" });
  assert.equal(new Set(await drawnColours(page, "throughput")).size, 3);
  assert.ok(await figure.locator("canvas").isHidden());
  assert.ok(await figure.locator(".chart-links").isHidden());
  assert.ok(await figure.locator("[id$='-words']").isVisible(), "words stand in for what cannot be asked on paper");
});

test("after a change of width the canvas fits again", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  const wide = await liveFigure(page, "throughput");
  const before = (await wide.locator("canvas").boundingBox())!;
  await page.setViewportSize({ width: 500, height: 900 });
  const figure = await liveFigure(page, "throughput");
  await page.waitForFunction(
    (width) => (document.querySelector("#throughput canvas")?.clientWidth ?? width) < width,
    before.width,
  );
  const [plot, canvas] = [
    await figure.locator(".chart-plot").boundingBox(),
    await figure.locator("canvas").boundingBox(),
  ];
  assert.deepEqual(canvas, plot);
});

test("forced colours: lines and text are there, and the canvas uses the system's colours", async (t) => {
  const page = await openArticle(t, { forcedColors: "active" });
  const figure = await liveFigure(page, "throughput");
  assert.ok(await figure.locator("canvas").isVisible());
  const blank = await figure.locator("canvas").evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d")!;
    pen.drawImage(canvas, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return data.every((value) => value === 0);
  });
  assert.equal(blank, false);
});

test("what is shown is a finished picture, which no frame of the page has to copy", async (t) => {
  const figure = await liveFigure(await openArticle(t), "throughput");
  const canDraw = await figure
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => canvas.getContext("2d") !== null);
  assert.equal(canDraw, false);
});

test("data that do not come leave the picture, and the figure says so; the next touch tries again", async (t) => {
  const page = await openArticle(t, { expected: [/request failed: .*\/data\/imagined-servers\.json/, /ERR_FAILED/] });
  let refuse = true;
  await page.route("**/data/imagined-servers.json", (route) => (refuse ? route.abort() : route.continue()));
  await page.reload();
  await page.locator("#throughput").evaluate((element) => element.scrollIntoView({ block: "center" }));
  const note = page.locator("#throughput .chart-failure");
  await note.waitFor();
  assert.match(await note.innerText(), /could not be loaded/);
  assert.equal(new Set(await drawnColours(page, "throughput")).size, 4);
  refuse = false;
  await page.locator("#throughput .chart-title").hover();
  const figure = await liveFigure(page, "throughput");
  assert.equal(await figure.locator(".chart-failure").count(), 0);
});

test("where data should be saved, a chart waits for the reader's touch", async (t) => {
  const page = await openArticle(t);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-data", value: "reduce" }] });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: "networkidle" });
  assert.deepEqual(
    asked.filter((path) => path.startsWith("/data/") || /\/charts-/.test(path)),
    [],
  );
  await page.locator("#throughput .chart-title").hover();
  await liveFigure(page, "throughput");
  assert.equal(asked.filter((path) => path.startsWith("/data/")).length, 1);
});

test("a change of width while a chart comes to life is not lost", async (t) => {
  const page = await openArticle(t, { viewport: { width: 1280, height: 900 } });
  await page.evaluate(() => {
    const figure = document.querySelector("#throughput")!;
    new MutationObserver((_, observer) => {
      if (!figure.classList.contains("is-live")) return;
      observer.disconnect();
      document.body.style.width = "700px";
    }).observe(figure, { attributeFilter: ["class"] });
  });
  await page.locator("#throughput").evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForFunction(() => {
    const plot = document.querySelector("#throughput .chart-plot")!;
    const canvas = document.querySelector<HTMLCanvasElement>("#throughput.is-live canvas");
    return document.body.style.width !== "" && canvas?.style.width === `${plot.clientWidth}px`;
  });
});
