import type { ChartConfiguration, ChartDataset } from "chart.js";
import type { Axis, Chart } from "./chart.ts";
import type { EndNames } from "./ends/names.ts";
import { isStepped } from "./form.ts";
import { bandShare, dodge, margins, row } from "./frame.ts";
import type { Layers } from "./layer/list.ts";
import { type LayersPlugin, layersPlugin } from "./layers-plugin.ts";
import { isLogarithmic, onLane } from "./scale.ts";
import type { VisibleSeries } from "./scene.ts";
import { seriesColour, type Theme } from "./theme.ts";
import type { ChartView } from "./view.ts";

/**
 * The one function between a decided chart and Chart.js, at build time and in the browser. Everything that could make the
 * two pictures differ is fixed here: margins, domains, no labels of Chart.js' own, no animation. What stands around the
 * series is drawn by the layers. `names` are those at the ends of lines, where the picture has room for them; `more` are the
 * layers for a chart that `needsMore`.
 */
export function chartConfig(
  chart: Chart,
  theme: Theme,
  view: ChartView,
  names: EndNames | null,
  more: Layers | null,
): ChartConfiguration & { readonly plugins: [LayersPlugin] } {
  const lying = chart.orientation === "lying";
  return {
    type: chart.mark === "bar" ? "bar" : "line",
    data: { datasets: chart.series.map((series, index) => dataset(chart, { ...series, index }, theme, view)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      parsing: false,
      normalized: true,
      indexAxis: lying ? "y" : "x",
      layout: { autoPadding: false, padding: margins(chart, names?.width) },
      scales: lying
        ? { x: valueScale(chart.y), y: categoryScale(chart) }
        : { x: chart.x.kind === "category" ? categoryScale(chart) : valueScale(chart.x), y: valueScale(chart.y) },
    },
    plugins: [layersPlugin(chart, theme, view, more, { cut: isCut(chart), named: names !== null })],
  };
}

function dataset(chart: Chart, series: VisibleSeries, theme: Theme, view: ChartView): ChartDataset {
  const colour = seriesColour(theme, series.style.colour);
  const beside = dodge(chart, series.index);
  const points = series.x.map((x, i) => ({
    x: onLane(chart.x, x) + beside,
    y: (drawable(chart.x, x) === null ? null : drawable(chart.y, series.y[i] ?? null)) as number,
  }));
  const lying = chart.orientation === "lying";
  const shared = {
    data: lying ? points.map(({ x, y }) => ({ x: y, y: x })) : points,
    label: series.label,
    hidden: view.hidden.has(series.id),
    clip: isCut(chart) ? (0 as const) : (false as const),
  };
  if (chart.mark === "bar") {
    const share = { categoryPercentage: bandShare(chart), barPercentage: chart.series.length > 1 ? 0.88 : 1 };
    return { type: "bar", ...shared, ...share, backgroundColor: colour, borderWidth: 0 };
  }
  return {
    type: "line",
    ...shared,
    showLine: chart.mark === "line",
    stepped: isStepped(chart),
    borderColor: colour,
    ...widthOf(series),
    borderDash: [...series.style.dash],
    borderJoinStyle: "round",
    pointRadius: 0,
    spanGaps: false,
  };
}

/**
 * A line of many points is thin, so that each can be seen. Where a pixel has a point or more it is as thin as a pixel: that is
 * drawn ten times faster. Its round ends look as its joins do, so that it may be drawn in parts.
 */
function widthOf({ x: { length } }: VisibleSeries): {
  readonly borderWidth: number;
  readonly borderCapStyle?: "round";
} {
  return length > 600 ? { borderWidth: 1, borderCapStyle: "round" } : { borderWidth: length > 60 ? 1.5 : 2 };
}

/** A log scale has no place for 0 and below: no line leads there, and the markers stand in a lane below it. */
function drawable(axis: Axis, value: number | null): number | null {
  return axis.kind === "log" && value !== null && value <= 0 ? null : value;
}

/** Whether the author's domain leaves figures out. Only then are series cut: a line along the edge would lose half its width. */
function isCut({ mark, x, y, series }: Chart): boolean {
  if (mark === "bar" && !inside(y, 0)) return true;
  return !series.every((one) => one.x.every((value) => inside(x, value)) && one.y.every((value) => inside(y, value)));
}

function inside(axis: Axis, value: number | null): boolean {
  const shown = drawable(axis, value);
  return shown === null || (shown >= axis.domain[0] && shown <= axis.domain[1]);
}

function valueScale(axis: Axis) {
  const [min, max] = axis.domain;
  return { type: isLogarithmic(axis) ? ("logarithmic" as const) : ("linear" as const), ...hidden(min, max) };
}

/** Categories stand at whole numbers of a linear scale; lying ones from the top down, the bars in the lower part of each row. */
function categoryScale(chart: Chart) {
  const count = Math.max(1, chart.x.categories.length);
  if (chart.orientation === "upright") return { type: "linear" as const, ...hidden(-0.5, count - 0.5) };
  const { name, bars, height } = row(chart);
  const middle = (name + bars / 2) / height;
  return { type: "linear" as const, reverse: true, ...hidden(-middle, count - middle) };
}

/** Ticks are the layers' business: those of a hidden scale would only cost time. */
function hidden(min: number, max: number) {
  return { display: false, min, max, bounds: "data" as const, afterBuildTicks: dropTicks };
}

function dropTicks(scale: { ticks: unknown[] }): void {
  scale.ticks = [];
}
