import type { Dataset } from "../../benchmark/dataset.ts";
import type { Axis, Chart, ChartSeries } from "../chart.ts";
import { behind, conditions } from "../decide/caption.ts";
import type { ChartContext } from "../decide/decided.ts";
import { marginLeft, marginRight, plotWidth } from "../decide/margins.ts";
import type { Picked } from "../decide/pick.ts";
import type { ChartSpec, MarkName } from "../spec.ts";
import { saysCount } from "../decide/said.ts";
import type { Load } from "./loads.ts";
import type { Counts } from "./sample.ts";

export interface Lines {
  readonly form: MarkName;
  readonly title: string;
  /** What stands under it where an author does not say it: what is drawn … */
  readonly caption: string;
  /** … and of how many, in a sentence and as the least and the most; null where that is not known. */
  readonly counted: Counts | null;
  readonly series: readonly ChartSeries[];
  readonly y: Axis;
  /** The axis below, in a width in CSS pixels. */
  readonly x: (width: number) => Axis;
}

/** A chart whose lines are distributions. */
export function linesChart(
  dataset: Dataset,
  id: string,
  spec: ChartSpec,
  { metric }: Picked,
  { low }: ChartContext,
  { form, title, caption, counted, series, y, x: xIn }: Lines,
): Chart {
  const yAxisWidth = marginLeft(y);
  const x = xIn(plotWidth(yAxisWidth));
  return {
    id,
    dataset: dataset.name,
    mark: "line",
    form,
    orientation: "upright",
    order: "data",
    metric: { id: metric.id, label: metric.label, stat: form },
    title: spec.title ?? title,
    caption: behind(spec.caption, [
      spec.caption === undefined ? caption : "",
      counted === null || (spec.caption !== undefined && saysCount(spec.caption, counted.ends)) ? "" : counted.words,
      conditions(dataset, spec.caption),
    ]),
    x,
    y,
    series,
    spread: null,
    whiskers: null,
    runs: "none",
    reference: null,
    annotations: [],
    brackets: [],
    height: low === true ? 220 : 360,
    yAxisWidth,
    rightMargin: marginRight(x, yAxisWidth),
    notes: [],
  };
}

/** A line through points. */
export function lineOf({ id, label, style }: Load, x: readonly number[], y: readonly number[]): ChartSeries {
  return { id, label, style, x, y, low: null, high: null, outer: null, runs: null, failed: null, thinned: null };
}
