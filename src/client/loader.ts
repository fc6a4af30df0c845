import type { FigureLink } from "../chart/figure/link.ts";
import { hideSeries } from "./hide.ts";
import type { Page } from "./page.ts";
import { idle, pause } from "./pause.ts";
import { fetchText, fontsReady, savesData } from "./surroundings.ts";

/** Milliseconds after which a figure near the viewport gets its turn even in a busy page. */
const PATIENCE = 2000;
/** What says that the reader wants a figure now. */
const TOUCHES = ["pointerenter", "pointerdown", "focusin"] as const;

/**
 * Brings the page's figures to life, one after the other: each when it comes near the viewport and the browser is idle, or
 * as soon as the reader touches it; only then where data should be saved. A figure that cannot be brought to life stays the
 * picture it is and says so; the next touch tries again.
 */
export function loadFigures(document: Document): void {
  const waiting = new Set(document.querySelectorAll<HTMLElement>("figure.chart[data-chart]"));
  // also those whose turn has come and that are not alive yet: paper may be asked for at any moment
  const still = new Set(waiting);
  addEventListener("beforeprint", () => {
    const { origin, pathname, search } = location;
    // the address says which series are off in all charts of the page
    const [, query, ids = ""] = /[?&](hide=([^&]*))/.exec(search) ?? [];
    const off = new Set(ids.split(","));
    for (const figure of still) {
      const target = `#${encodeURIComponent(figure.id)}`;
      figure.dataset["address"] = `${origin}${pathname}${query === undefined ? "" : `?${query}`}${target}`;
      hideSeries(figure, (id) => off.has(encodeURIComponent(id)));
    }
  });
  addEventListener("afterprint", () => {
    for (const figure of still) hideSeries(figure, () => false);
  });
  const queue: HTMLElement[] = [];
  const texts = new Map<string, Promise<string>>();
  const touched = new WeakSet<HTMLElement>();
  let page: Promise<Page> | null = null;
  let busy = false;

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) enqueue(target as HTMLElement);
    },
    { rootMargin: "100% 0px" },
  );
  for (const figure of waiting) {
    if (!savesData()) near.observe(figure);
    for (const touch of TOUCHES) figure.addEventListener(touch, () => hurry(figure), { passive: true });
  }

  function hurry(figure: HTMLElement): void {
    touched.add(figure);
    enqueue(figure);
    const at = queue.indexOf(figure);
    if (at > 0) queue.unshift(...queue.splice(at, 1));
  }

  function enqueue(figure: HTMLElement): void {
    if (!waiting.delete(figure)) return;
    near.unobserve(figure);
    queue.push(figure);
    if (!busy) void drain();
  }

  async function drain(): Promise<void> {
    busy = true;
    for (let figure = queue.shift(); figure !== undefined; figure = queue.shift()) {
      if (!touched.has(figure)) await idle(PATIENCE);
      await liven(figure);
      await pause();
    }
    busy = false;
  }

  async function liven(figure: HTMLElement): Promise<void> {
    const link = JSON.parse(figure.dataset["chart"]!) as FigureLink;
    try {
      const text = texts.get(link.data) ?? fetchText(link.data);
      texts.set(link.data, text);
      page ??= loadPage().catch((error: unknown) => {
        page = null;
        throw error;
      });
      await Promise.all([page, text, fontsReady()]);
      await pause();
      await (await page).enliven(figure, link, await text);
      still.delete(figure);
      figure.querySelector(".chart-failure")?.remove();
    } catch (error) {
      texts.delete(link.data);
      waiting.add(figure);
      touched.delete(figure);
      sayFailure(figure, error);
    }
  }
}

/** What brings figures to life: Chart.js and what is ours around it. */
async function loadPage(): Promise<Page> {
  const { openPage, createPicture } = await import("./charts.ts");
  return openPage({ createPicture });
}

function sayFailure(figure: HTMLElement, error: unknown): void {
  console.warn(`chart ${figure.id} stays a picture: ${String(error)}`);
  if (figure.querySelector(".chart-failure") !== null) return;
  const note = document.createElement("p");
  note.className = "chart-failure";
  note.role = "status";
  note.textContent = "The figures behind this chart could not be loaded; the picture is complete.";
  figure.querySelector("figcaption")?.append(note);
}
