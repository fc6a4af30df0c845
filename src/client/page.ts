import type { Range } from "../chart/adjust/adjustment.ts";
import type { Dataset } from "../benchmark/dataset.ts";
import type { Chart } from "../chart/chart.ts";
import type { FigureLink } from "../chart/figure/link.ts";
import type { Theme } from "../chart/theme.ts";
import { createAddressBar } from "./address-bar.ts";
import { readTheme } from "./colours.ts";
import { decideChart, deciderOf, type Words } from "./decide.ts";
import { createLate } from "./late.ts";
import type { Finer, FinerOptions } from "./levels.ts";
import { linkCharts } from "./linked.ts";
import { enliven, type LiveFigure } from "./live-figure.ts";
import { createNotice } from "./notice.ts";
import type { Engine } from "./painter.ts";
import { pause } from "./pause.ts";
import { readDataset } from "./reader.ts";
import { createRepainter } from "./repainter.ts";
import { adjustmentOf, type View } from "../chart/adjust/view.ts";

/** The live figures of a page, and what they share: data, colours, and the view of charts with the same x. */
export interface Page {
  /** Brings a figure to life with the text of its dataset. */
  readonly enliven: (figure: HTMLElement, link: FigureLink, text: string) => Promise<void>;
}

export function openPage(engine: Engine): Page {
  const datasets = new Map<string, Dataset>();
  let theme: Theme | null = null;
  const linked = linkCharts();
  const addressBar = createAddressBar(linked.all);
  const tools = createLate(() => import("./tools.ts"));
  const repainter = createRepainter(() => (theme = null), currentTheme);

  function currentTheme(): Theme {
    return (theme ??= readTheme(document.body));
  }

  return {
    async enliven(figure, link, text) {
      // few charts have more points than their page carries: the code for those comes with them
      const code = link.levels ? import("./levels.ts") : null;
      code?.catch(() => undefined);
      const dataset = datasets.get(link.data) ?? readDataset(text, link.dataset);
      datasets.set(link.data, dataset);
      await pause();
      const subject = decideChart(figure.id, link, dataset, wordsOf(figure), await deciderOf(link, dataset));
      const { chart } = subject;
      await pause();
      const store = linked.of(chart);
      const repaint = (): void => repainter.repaint(figure);
      // all of a chart is drawn without
      let finer: Finer | null = null;
      const rangeOf = (view: View): Range | null => adjustmentOf(view, chart.id).xRange;
      const drawn = remember(
        (view: View) => {
          const adjustment = adjustmentOf(view, chart.id);
          const coarse = code !== null && rangeOf(view) !== null ? { ...subject, isCoarse: true as const } : subject;
          const own = finer?.of(adjustment) ?? coarse;
          return tools.here()?.adjustChart(own, adjustment, view.hidden) ?? chart;
        },
        () => (finer === null ? 0 : 1 + finer.come()) + Number(tools.here() !== null),
      );
      const read = addressBar.asks ? (await tools.load()).fromQuery : null;
      const refused = addressBar.follow(chart, store, read);
      const address = (): string => addressBar.addressOf(chart, store.view());
      const colours = currentTheme();
      await pause();
      const live: LiveFigure = await enliven({
        figure,
        chart,
        drawn,
        store,
        tools,
        engine,
        theme: colours,
        address,
        refused,
      });
      repainter.add(figure, live);
      if (code !== null) {
        const opener = finerOpener(figure, { subject, levels: link.levels! }, repaint);
        code.then((levels) => {
          finer = opener.open(levels);
          if (rangeOf(store.view()) !== null) repaint();
        }, opener.missed);
      }
      const sayMissing = createNotice(
        figure,
        "What changes this chart could not be loaded. The page tries again when it is reloaded.",
      );
      const catchUp = (): void => {
        sayMissing(false);
        repaint();
      };
      store.listen((view, before) => {
        const adjusted = adjustmentOf(view, chart.id) !== adjustmentOf(before, chart.id);
        if (!adjusted && view.hidden === before.hidden) return repainter.show(figure);
        repaint();
        if (tools.here() === null) tools.load().then(catchUp, () => sayMissing(true));
      });
    },
  };
}

function wordsOf(figure: HTMLElement): Words {
  const text = (selector: string): string => figure.querySelector(selector)?.textContent ?? "";
  return { title: text(".chart-title"), caption: text("figcaption > p:not([role])") };
}

/** Opens what is finer than the page's data, with words in the figure where it does not come. */
function finerOpener(figure: HTMLElement, whose: Pick<FinerOptions, "subject" | "levels">, repaint: () => void) {
  const say = createNotice(figure, "The finer points of this part could not be loaded; it shows those that are here.");
  const missed = (error: unknown): void => {
    console.warn(`chart ${figure.id} is coarser than it could be: ${String(error)}`);
    say(true);
  };
  const arrived = (): void => {
    say(false);
    repaint();
  };
  return {
    missed,
    open: (code: typeof import("./levels.ts")): Finer => code.openLevels({ ...whose, arrived, missed }),
  };
}

/**
 * What a view shows is asked for at every move of the pointer, and changes with what is hidden or adjusted, and with how much of
 * the data has come.
 */
function remember(make: (view: View) => Chart, come: () => number): (view: View) => Chart {
  let last: { readonly view: View; readonly come: number; readonly chart: Chart } | null = null;
  return (view) => {
    const { hidden, adjustments } = last?.view ?? {};
    const same = hidden === view.hidden && adjustments === view.adjustments && last?.come === come();
    last = same ? last! : { view, come: come(), chart: make(view) };
    return last.chart;
  };
}
