import type { Chart } from "../chart/chart.ts";
import type { Theme } from "../chart/theme.ts";
import type { createPicture, Picture } from "./engine.ts";
import type { View } from "../chart/adjust/view.ts";

/** What draws; it comes with Chart.js, later than the rest. */
export interface Engine {
  readonly createPicture: typeof createPicture;
}

/** Keeps a canvas over a figure's static picture, and takes it away when it would be wrong: the static one never is. */
export interface Painter {
  /** The canvas that is shown; null while the static picture is. */
  readonly picture: () => Picture | null;
  readonly paint: (chart: Chart, view: View, theme: Theme, rest: () => Promise<void> | void) => Promise<void>;
  readonly uncover: () => void;
  /** Whether a canvas is shown, and is as wide as its place: that may have changed while it was drawn. */
  readonly fits: () => boolean;
}

export function createPainter(figure: HTMLElement, plot: HTMLElement, engine: Engine): Painter {
  let picture: Picture | null = null;
  let latest = 0;
  let drawn = 0;
  const widthNow = (): number => Math.round(plot.getBoundingClientRect().width);
  const uncover = (): void => {
    latest += 1;
    picture?.remove();
    picture = null;
    figure.classList.remove("is-live");
  };
  return {
    picture: () => picture,
    uncover,
    fits: () => picture !== null && drawn === widthNow(),
    async paint(chart, view, theme, rest) {
      const turn = (latest += 1);
      const width = widthNow();
      const next = await engine.createPicture({ chart, view, theme, width, ratio: devicePixelRatio, rest });
      if (turn !== latest) return next.remove();
      picture?.remove();
      plot.append(next.canvas);
      picture = next;
      drawn = width;
      figure.classList.add("is-live");
    },
  };
}
