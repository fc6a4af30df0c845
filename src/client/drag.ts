import type { Chart } from "../chart/chart.ts";
import { canZoom, zoomTo } from "../chart/adjust/zoom.ts";
import type { Spot } from "./place.ts";
import type { Store } from "./store.ts";

/** CSS pixels that a mouse moves with its button down before it is known to mean a part of the axis. */
const SLOP = 6;

/**
 * A mouse that is dragged over the plot marks the part of the x-axis to look at. Only a mouse: a finger scrolls the page, and
 * for it there are buttons. `xAt` gives the x under a place in the plot.
 */
export function enableDrag(plot: HTMLElement, chart: Chart, store: Store, xAt: (spot: Spot) => number | null): void {
  if (!canZoom(chart.x)) return;
  const mark = document.createElement("div");
  mark.className = "chart-drag";
  mark.hidden = true;
  plot.append(mark);
  let start: number | null = null;
  const place = (event: PointerEvent): number => event.clientX - plot.getBoundingClientRect().left;

  plot.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button === 0) start = place(event);
  });
  plot.addEventListener("pointermove", (event) => {
    if (start === null) return;
    const at = place(event);
    if (mark.hidden && Math.abs(at - start) < SLOP) return;
    if (mark.hidden) plot.setPointerCapture(event.pointerId);
    mark.hidden = false;
    mark.style.left = `${Math.min(at, start)}px`;
    mark.style.width = `${Math.abs(at - start)}px`;
  });
  plot.addEventListener("pointerup", (event) => {
    if (start === null || mark.hidden) return stop();
    const [a, b] = [start, place(event)].map((left) => xAt({ left, top: 0 }));
    stop();
    const xRange = a == null || b == null ? null : zoomTo(chart.x, a, b);
    if (xRange === null) return;
    // The click that ends a drag is no reading.
    plot.addEventListener("click", (click) => click.stopImmediatePropagation(), { capture: true, once: true });
    store.send({ type: "adjust", chart: chart.id, change: { xRange } });
  });
  plot.addEventListener("pointercancel", stop);
  plot.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") stop();
  });

  function stop(): void {
    start = null;
    mark.hidden = true;
  }
}
