import pixelmatch from "pixelmatch";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";

export const widths = [320, 375, 768, 1280] as const;
export const ratios = [1, 2, 3] as const;

export interface Difference {
  readonly width: number;
  readonly ratio: number;
  /** Share of pixels that differ visibly between picture and canvas, over all charts. */
  readonly visible: number;
}

/** Compares each chart's picture with the canvas that replaces it, pixel by pixel, in a page of one width and pixel ratio. */
export async function comparePixels(browser: Browser, url: string, width: number, ratio: number): Promise<Difference> {
  const still = await open(browser, url, width, ratio, false);
  const live = await open(browser, url, width, ratio, true);
  let pixels = 0;
  let visible = 0;
  for (let index = 0; index < (await still.locator("figure.chart").count()); index++) {
    const figure = live.locator("figure.chart").nth(index);
    await figure.scrollIntoViewIfNeeded();
    await figure.locator("canvas").first().waitFor({ state: "visible", timeout: 120_000 });
    const [before, after] = [await shoot(still, index), await shoot(live, index)];
    pixels += before.width * before.height;
    visible += pixelmatch(before.data, after.data, undefined, before.width, before.height, {
      threshold: 0.3,
      includeAA: true,
    });
  }
  await still.context().close();
  await live.context().close();
  return { width, ratio, visible: visible / pixels };
}

async function open(
  browser: Browser,
  url: string,
  width: number,
  ratio: number,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: ratio,
    javaScriptEnabled,
  });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  return page;
}

async function shoot(page: Page, index: number): Promise<PNG> {
  const plot = page.locator("figure.chart .chart-plot").nth(index);
  await plot.scrollIntoViewIfNeeded();
  return PNG.sync.read(await plot.screenshot({ animations: "disabled" }));
}
