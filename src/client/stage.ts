import { adjustmentOf, type View } from "../chart/adjust/view.ts";
import type { Chart } from "../chart/chart.ts";
import type { Theme } from "../chart/theme.ts";
import type { Picture } from "./engine.ts";
import { createPainter, type Engine } from "./painter.ts";
import type { Panels } from "./panels.ts";
import type { Spot } from "./place.ts";

/** Where a figure shows what its reader has made of the chart: on a canvas, or in panels, whose code comes with the first. */
export interface Stage {
  readonly paint: (chart: Chart, view: View, theme: Theme, rest: () => Promise<void> | void) => Promise<void>;
  /** Says that what is shown is wrong until the next paint; then the static picture shows in the canvas' place. */
  readonly uncover: () => void;
  readonly isPainted: () => boolean;
  /** The canvas; null while there is none. */
  readonly picture: () => Picture | null;
  /** Null while the series share one picture. */
  readonly panels: () => Panels | null;
  /** The x under a place in the plot. */
  readonly xAt: (spot: Spot) => number | null;
}

export function createStage(figure: HTMLElement, plot: HTMLElement, id: string, engine: Engine): Stage {
  const painter = createPainter(figure, plot, engine);
  let panels: Panels | null = null;
  let isRight = false;
  let turn = 0;

  return {
    async paint(chart, view, theme, rest) {
      const own = (turn += 1);
      const code = adjustmentOf(view, id).panels ? await import("./panels.ts").catch(noPanels) : null;
      if (own !== turn) return;
      if (code === null) {
        await painter.paint(chart, view, theme, rest);
        if (own !== turn) return;
        panels?.close();
        panels = null;
        return;
      }
      painter.uncover();
      panels ??= code.openPanels(figure, plot);
      panels.draw(chart, view);
      isRight = true;
    },
    uncover() {
      isRight = false;
      painter.uncover();
    },
    isPainted: () => (panels === null ? painter.fits() : isRight),
    picture: painter.picture,
    panels: () => panels,
    xAt: (spot) => (panels ?? painter.picture())?.xAt(spot) ?? null,
  };
}

function noPanels(error: unknown): null {
  console.warn(`panels could not be loaded: ${String(error)}`);
  return null;
}
