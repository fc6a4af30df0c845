import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import type { Host } from "./host.ts";
import { devices } from "./load.ts";
import { median } from "./table.ts";

/** What a page is asked to do; functions are texts, evaluated in it. */
export interface Script {
  /** Selector of what is there once the chart answers. */
  readonly live: string;
  /** Takes the place along the plot, from 0 to 1. */
  readonly hover: string;
  /** Takes whether to look closer or less close: by a factor of two, at the middle. */
  readonly zoom: string;
}

/** Milliseconds of processor time on the page's main thread. */
export interface Cost {
  readonly median: number;
  readonly p95: number;
}

/** What a reader feels of a chart. */
export interface Felt {
  readonly bytes: number;
  /** Milliseconds since navigation, by the clock: medians of some loads, and the least, which other work on the machine lengthened least. */
  readonly firstPaint: number;
  readonly answers: number;
  readonly least: number;
  /** Processor time until then. */
  readonly processor: number;
  readonly hover: Cost;
  readonly zoom: Cost;
  /** Bytes of JavaScript's heap at the end, after collecting garbage. */
  readonly heap: number;
}

/** Bytes of what the page has loaded, as they travelled. */
const loaded = `[...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

const hovers = 60;
/** So many strokes closer, as many back, and all of it so many times. */
const zooms = { strokes: 10, times: 3 };

/** So often a page is loaded, after a first time in which the host packs what is asked for. */
export const loads = 5;

/** Loads a page some times; the last time moves the pointer over its chart and zooms in and out. Nothing is slowed down. */
export async function feel(browser: Browser, host: Host, path: string, script: Script): Promise<Felt> {
  const opened: Opened[] = [];
  for (let i = 0; i <= loads; i++) {
    await opened.at(-1)?.context.close();
    opened.push(await open(browser, host.origin + path, script));
  }
  const { page, devtools, context } = opened.at(-1)!;
  const step = (act: string): Promise<number> => costOf(opened.at(-1)!, act);
  const of = (figure: (one: Opened) => number): number[] => opened.slice(1).map(figure);
  await page.waitForLoadState("networkidle");
  const bytes = await ask<number>(devtools, loaded);
  const hover: number[] = [];
  for (let i = 0; i < hovers; i++) hover.push(await step(`(${script.hover})(${0.1 + (0.8 * i) / hovers})`));
  const zoom: number[] = [];
  for (let i = 0; i < zooms.times * zooms.strokes * 2; i++)
    zoom.push(await step(`(${script.zoom})(${Math.floor(i / zooms.strokes) % 2 === 0})`));
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize: heap } = await devtools.send("Runtime.getHeapUsage");
  await context.close();
  return {
    bytes,
    firstPaint: median(of(({ firstPaint }) => firstPaint)),
    answers: median(of(({ answers }) => answers)),
    least: Math.min(...of(({ answers }) => answers)),
    processor: median(of(({ processor }) => processor)),
    hover: toCost(hover),
    zoom: toCost(zoom),
    heap,
  };
}

/** The cost of an act with the two frames after it, less that of doing nothing. */
export async function costOf({ devtools, ticks }: Pick<Opened, "devtools" | "ticks">, act: string): Promise<number> {
  const frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";
  const cost = async (expression: string): Promise<number> => {
    const start = await ticks();
    await devtools.send("Runtime.evaluate", { expression, awaitPromise: true });
    return (await ticks()) - start;
  };
  const nothing = await cost(frames);
  return Math.max(0, (await cost(`${act}; ${frames}`)) - nothing);
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly devtools: CDPSession;
  readonly ticks: () => Promise<number>;
  readonly firstPaint: number;
  readonly answers: number;
  readonly processor: number;
}

/** Opens a page for the first time and waits until its chart answers. */
async function open(browser: Browser, address: string, { live }: Script): Promise<Opened> {
  const context = await browser.newContext(devices.desk);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const ticks = ticker(devtools);
  const before = await ticks();
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForSelector(live, { state: "attached", timeout: 120_000 });
  const answers = await ask<number>(devtools, "performance.now()");
  const processor = (await ticks()) - before;
  const firstPaint = await ask<number>(devtools, "performance.getEntriesByType('paint')[0]?.startTime");
  return { context, page, devtools, ticks, firstPaint, answers, processor };
}

/**
 * Reads how long the main thread has used a processor, in milliseconds. The duration of its tasks would leave out the canvas, which is
 * filled after a task where no graphics processor does it.
 */
export function ticker(devtools: CDPSession): () => Promise<number> {
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? NaN);
  };
}

async function ask<T>(devtools: CDPSession, expression: string): Promise<T> {
  const { result } = await devtools.send("Runtime.evaluate", { expression, returnByValue: true });
  return result.value as T;
}

export function toCost(times: readonly number[]): Cost {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: median(sorted), p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? NaN };
}
