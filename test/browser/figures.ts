import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Locator, Page } from "playwright-core";
import { parseDataset } from "../../src/benchmark/parse.ts";
import type { Chart } from "../../src/chart/chart.ts";
import { assignStyles } from "../../src/chart/styles.ts";
import { toChart } from "../../src/chart/to-chart.ts";
import type { FigureLink } from "../../src/chart/figure/link.ts";
import { openPage, type OpenOptions } from "./browser.ts";
import { projectSite, type Site } from "./site.ts";

/** The article with four charts that every test of figures reads. */
export const article = "/2026/11/02/how-many-requests.html";

export function figureSite(): Promise<Site> {
  return projectSite("test/site/project");
}

export async function openArticle(t: TestContext, options: OpenOptions = {}, path = article): Promise<Page> {
  return openPage(t, (await figureSite()).url(path), options);
}

/** A figure that has come to life: scrolled to, drawn on its canvas, with its controls. */
export async function liveFigure(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`figure#${id}`);
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await page.waitForSelector(`figure#${id}.is-live .chart-plot[tabindex="0"]`);
  return figure;
}

/** The figure's chart, decided here from the published data. */
export async function chartOf(figure: Locator): Promise<Chart> {
  const id = await figure.getAttribute("id");
  const link = JSON.parse((await figure.getAttribute("data-chart"))!) as FigureLink;
  const file = join((await figureSite()).folder, "data", `${link.dataset}.json`);
  const { dataset } = parseDataset({ file, text: readFileSync(file, "utf8") }, link.dataset);
  return toChart(dataset, id!, link.spec, { styles: assignStyles(link.order), low: link.low ?? false }).chart!;
}

/** Resolves when the browser has drawn what is there now, and its observers have told of it. */
export async function drawnFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}

/** Moves the mouse to a share of the plot's width. */
export async function pointAt(figure: Locator, share: number): Promise<void> {
  const box = (await figure.locator(".chart-plot").boundingBox())!;
  await figure.page().mouse.move(box.x + box.width * share, box.y + box.height / 2);
}

/** Opens the menu below a figure: its buttons come with the code behind them. */
export async function openMenu(figure: Locator): Promise<void> {
  await figure.locator(".chart-menu summary").click();
  await figure.locator(".chart-menu-row").first().waitFor();
}

/** Presses a button of the open menu. */
export function press(figure: Locator, name: string): Promise<void> {
  return figure.locator(".chart-menu-row button", { hasText: new RegExp(`^${name}$`) }).click();
}

/** The file that a button of the open menu gives. */
export async function savedFile(figure: Locator, format: "CSV" | "JSON" | "SVG" | "PNG"): Promise<SavedFile> {
  const [download] = await Promise.all([figure.page().waitForEvent("download"), press(figure, format)]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Resolves when the address has what it should. */
export async function untilAddress(page: Page, wanted: RegExp): Promise<void> {
  await page.waitForFunction((source) => new RegExp(source).test(location.search + location.hash), wanted.source);
}

export function spoken(figure: Locator): Promise<string> {
  return figure.locator(".chart-live").innerText();
}
