import type { Dataset } from "../benchmark/dataset.ts";
import type { Chart, Measured, SeriesStyle } from "./chart.ts";
import { toAnnotations } from "./decide/annotations.ts";
import { generatedCaption } from "./decide/caption.ts";
import { marginLeft, marginRight, plotWidth } from "./decide/margins.ts";
import { toNotes } from "./decide/notes.ts";
import { percentileChart } from "./decide/percentile-chart.ts";
import { pick, pickLog, pickMark } from "./decide/pick.ts";
import { toPlaces } from "./decide/places.ts";
import { toPoints } from "./decide/points.ts";
import type { Problem } from "./decide/problem.ts";
import { toReference } from "./decide/reference.ts";
import { shownUnit } from "./decide/shown.ts";
import { pickSpread, spreadWords } from "./decide/spread.ts";
import { generatedTitle, measureLabel } from "./decide/title.ts";
import { valueAxis } from "./decide/value-axis.ts";
import { lyingHeight } from "./frame.ts";
import type { ChartSpec } from "./spec.ts";
import { assignStyles } from "./styles.ts";
import { columnsFor, thin, thinnedWords } from "./thin.ts";

export interface ChartContext {
  /** How each series looks in all charts of the post: `assignStyles`. */
  readonly styles: ReadonlyMap<string, SeriesStyle>;
  /** A low picture, for charts that go with a larger one. */
  readonly low?: boolean;
  /** By series: how many points were measured, where the dataset holds only those that a picture shows. */
  readonly measured?: ReadonlyMap<string, Measured>;
  /** All points, however many: for tables rather than pictures. */
  readonly whole?: boolean;
}

export interface DecidedChart {
  /** Null when there is nothing to draw; then one of the problems says why. */
  readonly chart: Chart | null;
  readonly problems: readonly Problem[];
}

/**
 * Decides everything that a description leaves open, from the data: statistic, units, domains, round ticks, titles,
 * margins. Pure, and the same at build time and in the browser. Author's mistakes come back as problems at fields of
 * the description.
 */
export function toChart(dataset: Dataset, id: string, spec: ChartSpec, context: ChartContext): DecidedChart {
  const problems: Problem[] = [];
  const picked = pick(dataset, spec, problems);
  if (picked === null) return { chart: null, problems };
  if (spec.mark === "percentiles") return percentileChart(dataset, id, spec, picked, context, problems);
  const { metric, stat } = picked;
  const mark = pickMark(dataset, picked.series, spec, problems);
  const log = pickLog(spec, mark, problems);
  const xUnit = shownUnit(dataset.x.unit, dataset.x.display);
  const yUnit = stat === "n" ? shownUnit("1", "1") : shownUnit(metric.unit, metric.display);
  const spreadName = pickSpread(spec.spread, picked);
  const spread = spreadWords(spreadName, picked);

  const styles = new Map([...assignStyles(picked.series.map((one) => one.id)), ...context.styles]);
  const measured = picked.series.map((one) =>
    toPoints(one, dataset.x, { ...picked, spread: spreadName, xUnit, yUnit, style: styles.get(one.id)! }),
  );
  const y = valueAxis(measured, {
    label: spec.y?.label ?? measureLabel(metric.label, stat),
    unit: yUnit.symbol,
    log,
    domain: spec.y?.domain,
    ticks: context.low === true ? 3 : 5,
  });
  const beside = marginLeft(y);
  const places = { unit: xUnit.symbol, width: plotWidth(beside) };
  const { axis: x, series, fits } = toPlaces(dataset.x, measured, mark, spec.x ?? {}, places);
  const lying = mark === "bar" && !fits;
  const yAxisWidth = lying ? 8 : beside;
  const upright = context.low === true ? 220 : 360;
  const thins = mark === "line" && context.whole !== true;
  const drawn = thins
    ? series.map((one) => thin(one, x, columnsFor(series.length), context.measured?.get(one.id)))
    : series;
  const caption = spec.caption ?? generatedCaption(dataset, picked, { mark, spread, y, series });

  const chart: Chart = {
    id,
    dataset: dataset.name,
    mark,
    orientation: lying ? "lying" : "upright",
    metric: { id: metric.id, label: metric.label, stat },
    title: spec.title ?? generatedTitle(metric.label, stat, dataset.x),
    caption: [caption, thinnedWords(drawn)].filter((words) => words !== "").join(" "),
    x,
    y,
    series: drawn,
    spread,
    reference: toReference(dataset, picked, spec, { x: xUnit, y: yUnit }),
    brackets: [],
    annotations: toAnnotations(spec.annotations ?? [], x, places.width / 2, problems),
    height: lying ? lyingHeight({ series, x }) : upright,
    yAxisWidth,
    rightMargin: marginRight(lying ? y : x, yAxisWidth),
    notes: picked.series.flatMap((one, i) => toNotes(one, picked, series[i]!)),
  };
  return { chart, problems };
}
