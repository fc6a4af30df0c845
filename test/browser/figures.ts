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

/** Moves the mouse to a share of the plot's width. */
export async function pointAt(figure: Locator, share: number): Promise<void> {
  const box = (await figure.locator(".chart-plot").boundingBox())!;
  await figure.page().mouse.move(box.x + box.width * share, box.y + box.height / 2);
}

export function spoken(figure: Locator): Promise<string> {
  return figure.locator(".chart-live").innerText();
}
