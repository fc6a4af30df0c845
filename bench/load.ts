import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import type { Host, Sent } from "./host.ts";
import { chartCount } from "./article.ts";
import { installProbe, type Probe, type Sought } from "./probe.ts";
import { recordTasks, type Task } from "./tasks.ts";

/** The reader's machine and line: a phone of the middle class on a slow connection. */
const slowdown = 4;
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

/** What the article is read on. */
export const devices = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  desk: { viewport: { width: 1280, height: 900 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

/** A chart of ours can be looked at before it is live. */
const ours: Sought = { live: "figure.chart canvas", there: "figure.chart svg.plot", count: chartCount };

/** A cold load of the article; times in milliseconds since navigation. */
export interface Load {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** When all charts could be looked at; NaN where that takes scrolling. */
  readonly allCharts: number;
  readonly layoutShift: number;
  /** By the clock, and in time of the processor alone, which other programs on the machine do not lengthen. */
  readonly clock: Blocking;
  readonly processor: Blocking;
  readonly liveCharts: number;
  readonly sent: readonly Sent[];
}

export interface Blocking {
  /** Total Blocking Time until nothing more happens without the reader scrolling. */
  readonly still: number;
  /** The same with the whole article scrolled through, every chart live. */
  readonly toEnd: number;
  /** The longest task after the first chart was live. */
  readonly longest: number;
}

export interface LoadOptions {
  readonly device?: keyof typeof devices;
  readonly sought?: Sought;
}

/**
 * Loads a page as a reader on a slow machine does, then scrolls to its end until every chart is live. The page is only asked through
 * the debugger: the scripts that a locator brings along would be measured as the page's own.
 */
export async function measureLoad(
  browser: Browser,
  host: Host,
  path: string,
  { device = "phone", sought = ours }: LoadOptions = {},
): Promise<Load> {
  const context = await browser.newContext(devices[device]);
  const page = await context.newPage();
  // the compiler of the tests gives functions their names through a helper that the page does not have
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.addInitScript(installProbe, sought);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.emulateNetworkConditions", network);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  host.take();
  const tasksOf = await recordTasks(browser);
  await page.goto(host.origin + path, { waitUntil: "load" });
  await untilQuiet(page, devtools, sought);
  const first = await probeOf(devtools);
  await scrollThrough(page, devtools);
  const liveCharts = await untilQuiet(page, devtools, sought);
  const last = await probeOf(devtools);
  const tasks = await tasksOf(host.origin + path);
  await context.close();
  return {
    firstPaint: last.firstPaint ?? NaN,
    largestPaint: first.largestPaint ?? NaN,
    allCharts: Math.max(first.allThere ?? NaN, first.firstPaint ?? NaN),
    layoutShift: last.layoutShift,
    clock: blocking(tasks, first, ({ duration }) => duration),
    processor: blocking(tasks, first, ({ processor }) => processor),
    liveCharts,
    sent: host.take(),
  };
}

/** What must travel until the article can be read: the load without JavaScript. */
export async function sentWithoutScript(browser: Browser, host: Host, path: string): Promise<readonly Sent[]> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  host.take();
  await page.goto(host.origin + path, { waitUntil: "networkidle" });
  await context.close();
  return host.take();
}

/** Total Blocking Time (web.dev/tbt): of each task after the first paint what exceeds 50 ms. `seen`: before any scrolling. */
function blocking(tasks: readonly Task[], seen: Probe, lengthOf: (task: Task) => number): Blocking {
  const painted = tasks.filter(({ start, duration }) => start + duration > (seen.firstPaint ?? 0));
  const total = (some: readonly Task[]): number =>
    some.reduce((sum, task) => sum + Math.max(0, lengthOf(task) - 50), 0);
  const live = tasks.filter(({ start }) => start > (seen.firstLive ?? Infinity));
  return {
    still: total(painted.filter(({ start }) => start < seen.now)),
    toEnd: total(painted),
    longest: Math.max(0, ...live.map(lengthOf)),
  };
}

function probeOf(devtools: CDPSession): Promise<Probe> {
  return ask(devtools, "({ ...window.benchProbe, now: performance.now() })");
}

async function ask<T>(devtools: CDPSession, expression: string): Promise<T> {
  const { result } = await devtools.send("Runtime.evaluate", { expression, returnByValue: true });
  return result.value as T;
}

/** Until for two seconds no request was under way and no chart came to life; gives the number of live ones. */
async function untilQuiet(page: Page, devtools: CDPSession, { live }: Sought): Promise<number> {
  await page.waitForLoadState("networkidle");
  const expression = `document.querySelectorAll(${JSON.stringify(live)}).length`;
  for (let before = -1, now = 0; ; before = now) {
    now = await ask<number>(devtools, expression);
    if (now === before) return now;
    await page.waitForTimeout(2000);
  }
}

/** As a reader scrolls: half a screen at a time, with a look at it. */
export async function scrollThrough(page: Page, devtools: CDPSession): Promise<void> {
  const height = await ask<number>(devtools, "document.documentElement.scrollHeight");
  const screen = page.viewportSize()!.height;
  for (let top = 0; top <= height; top += screen / 2) {
    await ask(devtools, `window.scrollTo(0, ${top})`);
    await page.waitForTimeout(300);
  }
}
