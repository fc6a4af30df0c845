import type { Browser } from "playwright-core";

/** A task of a page's main thread, in milliseconds. */
export interface Task {
  /** Since navigation. */
  readonly start: number;
  /** By the clock: what a reader waits for, other programs on the machine included. */
  readonly duration: number;
  /** Of the processor: what the page costs, the slowed-down processor's spinning included. */
  readonly processor: number;
}

/** What goes on after an `await` is recorded after the task that it belongs to, and readers wait for both. */
const checkpoint = "BlinkScheduler_PerformMicrotaskCheckpoint";

/** An event as Chromium traces it; times in microseconds, `tdur` of the thread. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: unknown;
}

/** Records what the browser's main threads do, until the returned function is called for the tasks of the page at an address. */
export async function recordTasks(browser: Browser): Promise<(url: string) => Promise<readonly Task[]>> {
  const devtools = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing"], excludedCategories: ["*"] },
  });
  return async (url) => {
    const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
    await devtools.send("Tracing.end");
    await complete;
    await devtools.detach();
    return tasksOf(events, url);
  };
}

function tasksOf(events: readonly TraceEvent[], url: string): Task[] {
  const begin = events.findLast(({ name, args }) => name === "navigationStart" && JSON.stringify(args).includes(url));
  if (begin === undefined) throw new Error(`the browser recorded no navigation to ${url}`);
  const own = events
    .filter(({ name, ph }) => (name.endsWith("RunTask") || name === checkpoint) && ph === "X")
    .filter(({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts >= begin.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: Task[] = [];
  let end = 0;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    // a task is recorded by the scheduler and, inside, by the thread
    if (ts < end) continue;
    end = ts + dur;
    const before = name === checkpoint ? tasks.pop() : undefined;
    const start = before?.start ?? (ts - begin.ts) / 1000;
    const processor = (before?.processor ?? 0) + tdur / 1000;
    tasks.push({ start, duration: (end - begin.ts) / 1000 - start, processor });
  }
  return tasks;
}
