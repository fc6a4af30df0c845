import type { Browser } from "playwright-core";
import type { Host } from "./host.ts";
import { costOf, type Cost, ticker, toCost } from "./large-feel.ts";
import { devices, scrollThrough } from "./load.ts";
import { milliseconds, table } from "./table.ts";

const moves = 60;

/** What a move of the pointer over a chart costs in an article of thirteen, all live, of which those with the same x show it too. */
export async function measureHover(browser: Browser, host: Host, article: string): Promise<string> {
  const rows = [];
  for (const slowdown of [1, 4]) {
    const { median, p95 } = await hover(browser, host.origin + article, slowdown);
    const wanted = `at most ${slowdown === 1 ? 16 : 50} ms; 95th percentile ${milliseconds(p95)}`;
    rows.push({ what: `processor ${slowdown} times slower`, value: milliseconds(median), wanted });
  }
  return table("Processor time of a move of the pointer, thirteen linked charts", rows);
}

async function hover(browser: Browser, address: string, slowdown: number): Promise<Cost> {
  const context = await browser.newContext(devices.desk);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(address, { waitUntil: "load" });
  await scrollThrough(page, devtools);
  await page.locator("figure.chart.is-live .chart-menu").nth(12).waitFor({ state: "attached" });
  await page.locator(".chart-plot").first().scrollIntoViewIfNeeded();
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const moved = { devtools, ticks: ticker(devtools) };
  const times: number[] = [];
  for (let i = 0; i < moves; i++) times.push(await costOf(moved, `(${move})(${0.1 + (0.8 * i) / moves})`));
  await context.close();
  return toCost(times);
}

/** Moves the pointer to a place along the first chart. */
export const move = `(share) => {
  const plot = document.querySelector(".chart-plot");
  const { left, top, width } = plot.getBoundingClientRect();
  const at = { clientX: left + width * share, clientY: top + 150, bubbles: true, pointerType: "mouse" };
  plot.dispatchEvent(new PointerEvent("pointermove", at));
}`;
