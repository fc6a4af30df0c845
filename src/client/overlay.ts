import type { Chart } from "../chart/chart.ts";
import { createCard } from "./card.ts";
import { createCross, type Ring } from "./cross.ts";
import type { Picture } from "./engine.ts";
import { placeCard, type Placement, type Spot } from "./place.ts";
import { isReadable, readAt, type Readout } from "./readout.ts";
import { isStepped } from "../chart/form.ts";
import { isThinned } from "../chart/thin.ts";
import type { View } from "../chart/adjust/view.ts";

/** Below this width of the plot, in CSS pixels, the card stands above it instead of in it. */
const NARROW = 560;
/** Of more points, about so many are looked at for a place that covers few of them. */
const ENOUGH = 600;
/** Places along a bar, from its top down. */
const BODY = [0, 0.25, 0.5, 0.75];

/** The readout over a chart: crosshair and card. */
export interface Overlay {
  /** Shows what was measured at the view's x; null, and nothing is shown, where nothing was or the chart is not drawn. */
  show(picture: Picture | null, view: View, shown: Chart): Readout | null;
}

export function createOverlay(figure: HTMLElement, plot: HTMLElement, chart: Chart): Overlay {
  const lying = chart.orientation === "lying";
  const cross = createCross();
  const swatches = new Map(
    [...figure.querySelectorAll<HTMLElement>(".chart-legend [data-series]")].map((item) => [
      item.dataset["series"]!,
      item.querySelector(".swatch"),
    ]),
  );
  const card = createCard(chart, (series) => swatches.get(series) ?? null);
  plot.append(cross.element);
  // Not in the plot: that one cuts off what stands out of it.
  figure.querySelector(".chart-unit")!.append(card.element);
  let corner: Placement["corner"] | null = null;
  let standing: (() => void) | null = null;
  const places = new WeakMap<Picture, readonly Spot[]>();

  function hide(): null {
    standing = null;
    cross.hide();
    card.element.hidden = true;
    reset();
    corner = null;
    delete figure.dataset["x"];
    return null;
  }

  function reset(): void {
    card.element.style.minWidth = "";
    card.element.style.minHeight = "";
    card.element.style.translate = "";
  }

  /** From the plot up to the legend or the title, where that is as high as the card: it covers things whole or not at all. */
  function roomAbove(height: number): number {
    const { bottom } = card.element.getBoundingClientRect();
    const rooms = [...figure.querySelectorAll(".chart-legend, .chart-title")].map(
      (element) => bottom - element.getBoundingClientRect().top,
    );
    return rooms.sort((a, b) => a - b).find((room) => room >= height) ?? height;
  }

  function stand(picture: Picture, { series }: Chart, view: View, along: ReturnType<Picture["along"]>): void {
    const { element } = card;
    const narrow = plot.clientWidth < NARROW;
    element.hidden = narrow && view.chart !== chart.id;
    element.classList.toggle("is-above", narrow);
    if (element.hidden || narrow) reset();
    if (element.hidden) return;
    if (narrow) return void (element.style.minHeight = `${roomAbove(element.offsetHeight)}px`);
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    // Other figures, other widths: it may grow while it is shown, but it does not shrink and flicker.
    element.style.minWidth = `${size.width}px`;
    const points = places.get(picture) ?? spots(picture, series, view);
    places.set(picture, points);
    const place = placeCard(picture.area, size, along, points, corner);
    corner = place.corner;
    element.style.translate = `${Math.round(place.left)}px ${Math.round(place.top)}px`;
  }

  /** What is better not covered: the measured points, of bars also their bodies. */
  function spots(picture: Picture, all: Chart["series"], { hidden }: View): Spot[] {
    const tops = all.flatMap(({ id, x }, index) => {
      const every = Math.ceil((x.length * all.length) / ENOUGH);
      if (hidden.has(id)) return [];
      return x.flatMap((_, point) => (point % every === 0 ? (picture.spot(index, point) ?? []) : []));
    });
    if (chart.mark !== "bar" || lying) return tops;
    const bottom = picture.area.top + picture.area.height;
    return tops.flatMap(({ left, top }) => BODY.map((share) => ({ left, top: top + (bottom - top) * share })));
  }

  return {
    show(picture, view, shown) {
      if (picture === null || view.x === null) return hide();
      const read = isThinned(chart) || isStepped(chart) ? shown : chart;
      const readout = readAt(read, view.hidden, view.x, shown);
      if (!isReadable(readout)) return hide();
      const along = picture.along(view.x);
      cross.show(picture.area, lying, along.at, along.band, rings(picture, read, readout, view.focus));
      card.show(readout, view.focus);
      // once the cards of all charts are filled: to measure one lays out all that was changed before
      standing = () => stand(picture, read, view, lying ? { at: picture.area.left, band: 0 } : along);
      queueMicrotask(() => {
        standing?.();
        standing = null;
      });
      figure.dataset["x"] = String(view.x);
      return readout;
    },
  };

  function rings(picture: Picture, { series: all }: Chart, { rows }: Readout, focus: string | null): Ring[] {
    if (chart.mark === "bar") return [];
    return rows.flatMap(({ series, reading }) => {
      const spot = reading === null ? null : picture.spot(all.indexOf(series), reading.index);
      return spot === null ? [] : [{ ...spot, colour: series.style.colour, focus: series.id === focus }];
    });
  }
}
