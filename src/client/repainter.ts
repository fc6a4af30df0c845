import type { Theme } from "../chart/theme.ts";
import type { LiveFigure } from "./live-figure.ts";
import { pause } from "./pause.ts";

/** Milliseconds without a further change after which charts are painted anew. */
const CALM = 120;

/**
 * Paints charts anew when they have become wrong: at once where the reader looks; others show their static picture, which follows
 * width, colours and switched-off series by itself, until they come near.
 */
export interface Repainter {
  readonly add: (figure: HTMLElement, live: LiveFigure) => void;
  /** After a change of the view in a chart: paints it, and all that shows the view. */
  readonly repaint: (figure: HTMLElement) => void;
  /** Shows what the view says: at once where the reader looks, in others when they come near. */
  readonly show: (figure: HTMLElement) => void;
}

export function createRepainter(forgetTheme: () => void, theme: () => Theme): Repainter {
  const figures = new Map<Element, LiveFigure>();
  const widths = new WeakMap<Element, number>();
  const near = new Set<Element>();
  const behind = new Set<Element>();
  let timer = 0;

  const visibility = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) {
          near.delete(target);
          continue;
        }
        near.add(target);
        if (behind.delete(target)) figures.get(target)?.show();
      }
      if (entries.some(({ isIntersecting }) => isIntersecting)) later(0);
    },
    { rootMargin: "25% 0px" },
  );
  const sizes = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      const before = widths.get(target);
      widths.set(target, contentRect.width);
      if (before === undefined || before === contentRect.width) continue;
      uncover(target);
      later(CALM);
    }
  });

  function later(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void paintNear(), delay);
  }

  async function paintNear(): Promise<void> {
    for (const figure of near) {
      const live = figures.get(figure);
      if (live === undefined || live.isPainted()) continue;
      await live.paint(theme(), () => undefined);
      await pause();
    }
  }

  /** What the reader sees stays what it was; what is out of sight is drawn when it comes near. */
  function uncover(figure: Element): void {
    const live = figures.get(figure);
    if (near.has(figure)) live?.keepUp();
    live?.uncover();
  }

  function invalidate(): void {
    forgetTheme();
    for (const figure of figures.keys()) uncover(figure);
    later(0);
  }

  new MutationObserver(invalidate).observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", invalidate);
  }
  watchRatio(invalidate);
  addEventListener("beforeprint", () => {
    for (const live of figures.values()) live.keepUp();
  });

  return {
    add(figure, live) {
      figures.set(figure, live);
      // it came to life because it was near; the observer tells where that is over
      near.add(figure);
      visibility.observe(figure);
      sizes.observe(figure);
    },
    repaint(figure) {
      const live = figures.get(figure);
      if (near.has(figure)) return void live?.paint(theme(), () => undefined);
      live?.show();
      live?.uncover();
    },
    show(figure) {
      // the focus scrolls to a figure, and keys may be quicker than the observer
      if (near.has(figure) || figure.contains(document.activeElement)) figures.get(figure)?.show();
      else behind.add(figure);
    },
  };
}

/** Calls back when the number of device pixels to a CSS pixel changes: by zooming, or on another screen. */
function watchRatio(change: () => void): void {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
    "change",
    () => {
      change();
      watchRatio(change);
    },
    { once: true },
  );
}
