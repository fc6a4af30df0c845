import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { drawFluid } from "../src/drawing/fluid.ts";
import { readProject } from "../src/site/project.ts";
import { readSettings } from "../src/site/settings.ts";
import type { Host } from "./host.ts";

/** Bytes of each chart's picture in the page, in brotli, each alone. */
export async function pictureBytes(browser: Browser, host: Host, path: string): Promise<readonly number[]> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(host.origin + path);
  const pictures = await page.locator("figure.chart svg.plot").evaluateAll((all) => all.map((svg) => svg.outerHTML));
  await context.close();
  return pictures.map((svg) => brotliCompressSync(svg).length);
}

export interface DrawingTime {
  /** Milliseconds for a chart in a process that has just started, all charts' mean. */
  readonly cold: number;
  /** The same when the code has run often. */
  readonly warm: number;
}

/** How long the drawing of a decided chart takes at build. */
export function drawingTime(project: string): DrawingTime {
  const source = { file: "site.json", text: readFileSync(join(project, "site.json"), "utf8") };
  const read = readProject(project, readSettings(source).site);
  const charts = read.posts.flatMap((post) => read.figuresOf(post).map(({ chart }) => chart));
  const round = (): number => {
    const began = performance.now();
    for (const chart of charts) drawFluid(chart);
    return (performance.now() - began) / charts.length;
  };
  const cold = round();
  const warm = Math.min(...Array.from({ length: 10 }, round));
  return { cold, warm };
}
