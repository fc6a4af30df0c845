/** What the browser itself says about a load; filled in the page while it runs. */
export interface Probe {
  /** Start and duration of each task of more than 50 ms, in milliseconds since navigation. */
  readonly longTasks: [start: number, duration: number][];
  firstPaint: number | null;
  largestPaint: number | null;
  layoutShift: number;
  /** When the first chart's canvas came into the page. */
  firstCanvas: number | null;
}

/** A layout-shift entry, which the DOM library does not know; the others are a part of it. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Runs in the page before any script of its own. */
export function installProbe(): void {
  const probe: Probe = { longTasks: [], firstPaint: null, largestPaint: null, layoutShift: 0, firstCanvas: null };
  window.benchProbe = probe;
  const observers: Record<string, (entry: Shift) => void> = {
    longtask: ({ startTime, duration }) => probe.longTasks.push([startTime, duration]),
    paint: ({ name, startTime }) => {
      if (name === "first-contentful-paint") probe.firstPaint = startTime;
    },
    "largest-contentful-paint": ({ startTime }) => (probe.largestPaint = startTime),
    "layout-shift": ({ value, hadRecentInput }) => {
      if (!hadRecentInput) probe.layoutShift += value;
    },
  };
  for (const [type, see] of Object.entries(observers)) {
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => see(entry as Shift))).observe({
      type,
      buffered: true,
    });
  }
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector("figure.chart canvas")) return;
    probe.firstCanvas = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
}
