import type { Dataset } from "../../benchmark/dataset.ts";
import type { Chart } from "../chart.ts";
import { lyingHeight } from "../frame.ts";
import type { ChartSpec, MarkName } from "../spec.ts";
import { assignStyles } from "../styles.ts";
import { columnsFor, thin, thinnedWords } from "../thin.ts";
import { toAnnotations } from "./annotations.ts";
import { captionOf } from "./caption.ts";
import type { ChartContext, DecidedChart } from "./decided.ts";
import { marginLeft, marginRight, plotWidth } from "./margins.ts";
import { toNotes } from "./notes.ts";
import { ascending, orderOf } from "./order.ts";
import { type Picked, pickLog, pickMark } from "./pick.ts";
import { toPlaces } from "./places.ts";
import { runsOf, toPoints } from "./points.ts";
import { type Problem, warning } from "./problem.ts";
import { toReference } from "./reference.ts";
import { shownUnit } from "./shown.ts";
import { pickSpread, spreadWords } from "./spread.ts";
import { generatedTitle, measureLabel } from "./title.ts";
import { valueAxis } from "./value-axis.ts";

/** What is drawn, and what around it. */
export interface Plain extends Picked {
  readonly form: MarkName;
  /** Of boxes: the columns at which their whiskers end, and what they mean. */
  readonly whiskers?: { readonly columns: readonly [string, string]; readonly label: string };
}

/** One statistic of a metric at all places of the x-axis. */
export function plainChart(
  dataset: Dataset,
  id: string,
  spec: ChartSpec,
  picked: Plain,
  context: ChartContext,
  problems: Problem[],
): DecidedChart {
  const { metric, stat, form, whiskers } = picked;
  const mark = pickMark(dataset, picked.series, form, problems);
  const log = pickLog(spec, mark, problems);
  const xUnit = shownUnit(dataset.x.unit, dataset.x.display);
  const yUnit = stat === "n" ? shownUnit("1", "1") : shownUnit(metric.unit, metric.display);
  const spreadName = pickSpread(spec.spread, picked);
  const spread = spreadWords(spreadName, picked);
  const runs = pickRuns(spec, picked, problems);

  const styles = new Map([...assignStyles(picked.series.map((one) => one.id)), ...context.styles]);
  const withRuns = runs === "drawn" || form === "box";
  const outer = whiskers?.columns ?? null;
  const measured = picked.series.map((one) =>
    toPoints(one, dataset.x, {
      ...picked,
      spread: spreadName,
      outer,
      withRuns,
      xUnit,
      yUnit,
      style: styles.get(one.id)!,
    }),
  );
  const y = valueAxis(measured, {
    label: spec.y?.label ?? measureLabel(metric.label, stat),
    unit: yUnit.symbol,
    log,
    domain: spec.y?.domain,
    ticks: context.low === true ? 3 : 5,
  });
  const beside = marginLeft(y);
  const order = orderOf(dataset.x, spec, measured, metric.better, context.categories);
  const places = { unit: xUnit.symbol, width: plotWidth(beside), order };
  const named = context.categories !== undefined || hasNames(picked, mark);
  const { axis: x, series: placed, fits } = toPlaces(dataset.x, measured, named, spec.x ?? {}, places);
  const series = order === null ? placed : placed.map(ascending);
  const lying = liesDown(spec, x, mark, fits, problems);
  const yAxisWidth = lying ? 8 : beside;
  const upright = context.low === true ? 220 : 360;
  const thins = mark === "line" && context.whole !== true;
  const drawn = thins
    ? series.map((one) => thin(one, x, columnsFor(series.length), context.measured?.get(one.id)))
    : series;
  const caption = captionOf(dataset, spec, picked, { mark, spread, runs, y, series });

  const chart: Chart = {
    id,
    dataset: dataset.name,
    mark,
    form: form === "box" || (form === "strip" && runs === "drawn") ? form : mark,
    orientation: lying ? "lying" : "upright",
    order: order === null ? "data" : "value",
    metric: { id: metric.id, label: metric.label, stat },
    title: spec.title ?? generatedTitle(metric.label, stat, dataset.x),
    caption: [caption, thinnedWords(drawn)].filter((words) => words !== "").join(" "),
    x,
    y,
    series: drawn,
    spread,
    whiskers: whiskers?.label ?? null,
    runs,
    reference: x.kind === "category" ? null : toReference(dataset, picked, spec, { x: xUnit, y: yUnit }),
    brackets: [],
    annotations: toAnnotations(spec.annotations ?? [], x, problems),
    height: lying ? lyingHeight({ series, x }) : upright,
    yAxisWidth,
    rightMargin: marginRight(lying ? y : x, yAxisWidth),
    notes: picked.series.flatMap((one, i) => toNotes(one, picked, placed[i]!)),
  };
  return { chart, problems };
}

/** Bars and boxes stand side by side, which takes names for places; not so very many boxes that they would be hairs. */
function hasNames({ form, series }: Plain, mark: Chart["mark"]): boolean {
  return mark === "bar" || (form === "box" && new Set(series.flatMap(({ x }) => x)).size <= 24);
}

/** Whether single runs are drawn: where they are asked for, by the author or by the mark, and the data have them. */
function pickRuns(spec: ChartSpec, { form, metric, stat, series }: Plain, problems: Problem[]): Chart["runs"] {
  const centre = ["mean", "median", "value", "p50"].includes(stat);
  const kept = centre && series.some((one) => runsOf(one.values.get(metric.id)!) !== null);
  const asked = form === "strip" || spec.runs === true;
  if (asked && !kept) {
    const fact = `${metric.id} has no single runs behind its ${stat}; only that is drawn`;
    const help = 'Keep them as "runs" of its statistics, or leave this out.';
    problems.push(warning("no-runs", [spec.runs === true ? "runs" : "mark"], fact, help));
  }
  return !kept ? "none" : asked ? "drawn" : "kept";
}

/** Where nobody says otherwise, categories whose mark is left open lie, and those that have no room side by side. */
function liesDown(spec: ChartSpec, x: Chart["x"], mark: Chart["mark"], fits: boolean, problems: Problem[]): boolean {
  if (x.kind !== "category" || mark === "line") return false;
  const asked = spec.orientation ?? (spec.mark === undefined ? "lying" : "upright");
  if (fits) return asked === "lying";
  if (spec.orientation === "upright") {
    const fact = "the names of the categories have no room side by side on a phone; they lie";
    problems.push(warning("long-names", ["orientation"], fact, "Shorten them, or leave this out."));
  }
  return true;
}
