import type { Chart } from "../chart/chart.ts";
import { upwardTitle } from "../chart/axis-title.ts";
import type { Theme } from "../chart/theme.ts";
import { isStepped } from "../chart/form.ts";
import { isThinned } from "../chart/thin.ts";
import { enableCopyLink } from "./copy-link.ts";
import { enableDrag } from "./drag.ts";
import { hideSeries } from "./hide.ts";
import { enableKeyboard } from "./keyboard.ts";
import { enableLegend } from "./legend.ts";
import { type Late, loadBefore } from "./late.ts";
import { enableMenu, type Tools } from "./menu.ts";
import { createNotice } from "./notice.ts";
import { createOverlay } from "./overlay.ts";
import type { Engine } from "./painter.ts";
import { pause } from "./pause.ts";
import { enablePointer } from "./pointer.ts";
import { createStage } from "./stage.ts";
import type { Store } from "./store.ts";
import { enableTable } from "./table.ts";
import type { View } from "../chart/adjust/view.ts";
import { readoutText } from "./words.ts";

/** A figure that has come to life. */
export interface LiveFigure {
  /** Draws the chart anew, at its present size and in the present colours, and shows the view. */
  readonly paint: (theme: Theme, rest: () => Promise<void> | void) => Promise<void>;
  /** Shows the static picture until the next paint. */
  readonly uncover: () => void;
  /** Draws that picture as the view is: it stands in for the canvas, also on paper. */
  readonly keepUp: () => void;
  /** Whether what is shown is right. */
  readonly isPainted: () => boolean;
  /** Follows a change of the view in everything that is cheap; the chart itself is painted by `paint`. */
  readonly show: () => void;
}

export interface LiveOptions {
  readonly figure: HTMLElement;
  readonly chart: Chart;
  /** The chart as a view shows it. */
  readonly drawn: (view: View) => Chart;
  readonly store: Store;
  readonly tools: Late<Tools>;
  readonly engine: Engine;
  readonly theme: Theme;
  /** The address of what the chart shows. */
  readonly address: () => string;
  /** What the page's address asked of it in vain. */
  readonly refused: readonly string[];
}

/** Brings a figure to life in steps with a rest between: canvas first, then what the reader can do with it. */
export async function enliven(options: LiveOptions): Promise<LiveFigure> {
  const { figure, chart, drawn, store, tools, engine, theme } = options;
  const plot = figure.querySelector<HTMLElement>(".chart-plot")!;
  const stage = createStage(figure, plot, chart.id, engine);
  const paint: LiveFigure["paint"] = (theme, rest) => stage.paint(drawn(store.view()), store.view(), theme, rest);
  await paint(theme, pause);
  await pause();
  const legend = enableLegend(figure, chart, store);
  const overlay = createOverlay(figure, plot, chart);
  await pause();
  // Of a line with very many points and of a distribution those that are drawn are read; of any other all, also those beyond
  // the part that is seen.
  const pointsOf = isThinned(chart) || isStepped(chart) ? drawn : (): Chart => chart;
  const region = enableKeyboard(figure, plot, chart, store, pointsOf);
  enableDrag(plot, chart, store, stage.xAt);
  enablePointer(plot, chart, store, stage.xAt, pointsOf);
  await pause();
  enableTable(figure, chart, tools);
  const showMenu = enableMenu(options);
  enableCopyLink(figure, options.address);
  loadBefore(plot, tools, ["keydown"]);
  loadBefore(figure.querySelector(".chart-legend")!, tools);
  sayRefused(figure, options.refused);
  const title = figure.querySelector(".chart-unit")!.firstChild ?? new Text();
  const caption = captionOf(figure);
  let off: View["hidden"] | null = null;
  const show = (): void => {
    const view = store.view();
    const shown = drawn(view);
    const single = overlay.show(stage.picture(), view, shown);
    const readout = stage.panels()?.show(pointsOf(view), view, shown) ?? single;
    const words = upwardTitle(shown);
    if (title.nodeValue !== words) title.nodeValue = words;
    if (caption.textContent !== shown.caption) caption.textContent = shown.caption;
    caption.hidden = shown.caption === "";
    showMenu(view);
    const speaks = readout !== null && document.activeElement === plot;
    region.textContent = speaks ? readoutText(chart, readout, view.focus) : "";
    legend.show(view);
    if (view.hidden === off) return;
    off = view.hidden;
    hideSeries(figure, (id) => view.hidden.has(id));
  };
  let still = chart;
  const keepUp = (): void => {
    figure.dataset["address"] = options.address();
    const view = store.view();
    const shown = drawn(view);
    const draw = tools.here()?.drawFluid;
    if (shown === still || draw === undefined) return;
    still = shown;
    plot.querySelector(":scope > .plot")!.outerHTML = draw(shown, undefined, view);
    if (!stage.isPainted()) stage.panels()?.draw(shown, view);
  };
  const settle = (): void => {
    legend.lie(drawn(store.view()));
    show();
  };
  settle();
  return {
    async paint(theme, rest) {
      await paint(theme, rest);
      settle();
    },
    uncover: stage.uncover,
    keepUp,
    isPainted: stage.isPainted,
    show,
  };
}

/** What stands under the picture; a chart that needs no words may need some when it is changed. */
function captionOf(figure: HTMLElement): HTMLElement {
  const there = figure.querySelector<HTMLElement>("figcaption > p:not([role])");
  if (there !== null) return there;
  const made = document.createElement("p");
  figure.querySelector("figcaption")!.prepend(made);
  return made;
}

/** An address may be older than the chart: what is no longer there is told, not guessed. */
function sayRefused(figure: HTMLElement, refused: readonly string[]): void {
  if (refused.length === 0) return;
  createNotice(figure, `The address asks for ${refused.join(", ")}, which this chart cannot show.`)(true);
}
