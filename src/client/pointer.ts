import { adjustmentOf, type View } from "../chart/adjust/view.ts";
import type { Chart } from "../chart/chart.ts";
import { nearestIndex, unionGrid } from "./measured.ts";
import type { Spot } from "./place.ts";
import type { Store } from "./store.ts";

/** Pixels that a finger moves before it is known whether it reads the chart or scrolls the page. */
const SLOP = 8;

/**
 * Reads the measured x nearest to the pointer. A mouse reads as it moves; a finger by a tap or by moving sideways, so that
 * scrolling over the chart shows nothing and stops nothing. `xAt` gives the x under a place in the plot, `pointsOf` the
 * chart whose points are read.
 */
export function enablePointer(
  plot: HTMLElement,
  { id }: Chart,
  store: Store,
  xAt: (spot: Spot) => number | null,
  pointsOf: (view: View) => Chart,
): void {
  let frame = 0;
  let start: { readonly x: number; readonly y: number } | null = null;
  let pointed: number | null = null;

  const read = (event: PointerEvent | MouseEvent): void => {
    const { left, top } = plot.getBoundingClientRect();
    const spot = { left: event.clientX - left, top: event.clientY - top };
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const x = xAt(spot);
      const view = store.view();
      const chart = pointsOf(view);
      const whole = unionGrid(chart.series.filter((series) => !view.hidden.has(series.id)));
      const [low, high] = adjustmentOf(view, id).xRange ?? [-Infinity, Infinity];
      const grid = whole.filter((x) => x >= low && x <= high);
      const nearest = x === null ? undefined : grid[nearestIndex(chart.x, grid, x)];
      if (nearest === undefined) return;
      pointed = nearest;
      store.send({ type: "read", chart: id, x: nearest, focus: null });
    });
  };
  const leave = (): void => {
    pointed = null;
    cancelAnimationFrame(frame);
    store.send({ type: "leave" });
  };

  plot.addEventListener("pointerdown", ({ clientX, clientY }) => (start = { x: clientX, y: clientY }));
  plot.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" || (start !== null && sideways(start, event))) read(event);
  });
  plot.addEventListener("click", read);
  plot.addEventListener("pointercancel", leave);
  plot.addEventListener("pointerleave", (event) => {
    // a place that the keyboard or the address chose stays
    if (event.pointerType === "touch") return;
    cancelAnimationFrame(frame);
    if (pointed === store.view().x) leave();
  });
  const figure = plot.closest("figure")!;
  plot.ownerDocument.addEventListener("pointerdown", ({ target }) => {
    if (store.view().chart === id && !figure.contains(target as Node)) leave();
  });
}

function sideways(start: { readonly x: number; readonly y: number }, { clientX, clientY }: PointerEvent): boolean {
  const [dx, dy] = [Math.abs(clientX - start.x), Math.abs(clientY - start.y)];
  return dx > SLOP && dx > dy;
}
