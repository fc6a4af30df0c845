/** What the browser itself says about a load, in milliseconds since navigation; filled in the page while it runs. */
export interface Probe {
  firstPaint: number | null;
  largestPaint: number | null;
  layoutShift: number;
  /** When the first chart was live. */
  firstLive: number | null;
  /** When all charts that a reader waits for stood in the page. */
  allThere: number | null;
  /** When the browser was asked. */
  readonly now: number;
}

/** A layout-shift entry, which the DOM library does not know; the others are a part of it. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** What to look for: the selector of a live chart, that of a chart that can be looked at, and how many there are. */
export interface Sought {
  readonly live: string;
  readonly there: string;
  readonly count: number;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Runs in the page before any script of its own. */
export function installProbe({ live, there, count }: Sought): void {
  const probe: Probe = {
    firstPaint: null,
    largestPaint: null,
    layoutShift: 0,
    firstLive: null,
    allThere: null,
    now: 0,
  };
  window.benchProbe = probe;
  const observers: Record<string, (entry: Shift) => void> = {
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
    if (probe.firstLive === null && document.querySelector(live)) probe.firstLive = performance.now();
    if (probe.allThere === null && document.querySelectorAll(there).length >= count) probe.allThere = performance.now();
    if (probe.firstLive !== null && probe.allThere !== null) observer.disconnect();
  }).observe(document, { subtree: true, childList: true });
}
