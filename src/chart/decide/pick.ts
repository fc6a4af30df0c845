import type { Dataset, Metric, Series } from "../../benchmark/dataset.ts";
import { chooseMark } from "../../benchmark/mark-choice.ts";
import type { ChartSpec, DrawnMark, MarkName } from "../spec.ts";
import { error, listNames, type Problem, suggest, warning } from "./problem.ts";
import { pickStatistic, statisticsOf } from "./statistic.ts";

/** What is drawn: one statistic of one metric, of some series. */
export interface Picked {
  readonly metric: Metric;
  readonly stat: string;
  readonly series: readonly Series[];
}

/** Finds what a description names; what it names wrongly becomes a problem. Null when nothing is left to draw. */
export function pick(dataset: Dataset, spec: ChartSpec, problems: Problem[]): Picked | null {
  const metric = pickMetric(dataset, spec.metric, problems);
  if (metric === null) return null;
  const series = pickSeries(dataset, metric, spec.series, problems);
  const stat = pickStatistic(spec.stat, metric, series);
  if (stat === null) {
    if (series.length > 0) problems.push(noStatistic(metric, spec.stat, series));
    else if (problems.length === 0) problems.push(noSeries(metric));
    return null;
  }
  return { metric, stat, series: series.filter((one) => spec.series !== undefined || has(one, metric, stat)) };
}

function has(series: Series, metric: Metric, stat: string): boolean {
  return series.values.get(metric.id)?.columns.has(stat) ?? false;
}

function noSeries(metric: Metric): Problem {
  const help = `Draw another metric, or measure ${metric.id}.`;
  return error("no-series", ["metric"], `no series that could be drawn has figures for ${metric.id}`, help);
}

function pickMetric(dataset: Dataset, wanted: string | undefined, problems: Problem[]): Metric | null {
  const names = [...dataset.metrics.keys()];
  if (wanted === undefined && names.length === 1) return dataset.metrics.get(names[0]!)!;
  const metric = wanted === undefined ? undefined : dataset.metrics.get(wanted);
  if (metric !== undefined) return metric;
  const help = suggest(wanted ?? "", names, "metrics");
  const where = `the dataset "${dataset.name}"`;
  problems.push(
    wanted === undefined
      ? error("missing-metric", [], `the description does not say which metric of ${where} to draw`, help)
      : error("unknown-metric", ["metric"], `${where} has no metric "${wanted}"`, help),
  );
  return null;
}

function pickSeries(dataset: Dataset, metric: Metric, wanted: ChartSpec["series"], problems: Problem[]): Series[] {
  const measured = dataset.series.filter((one) => one.values.has(metric.id));
  if (wanted === undefined) return measured;
  const ids = measured.map(({ id }) => id);
  const kind = `series with ${metric.id}`;
  return [...new Set(wanted)].flatMap((id, i) => {
    const found = measured.find((one) => one.id === id);
    if (found !== undefined) return [found];
    const exists = dataset.series.some((one) => one.id === id);
    const fact = exists
      ? `the series "${id}" has no ${metric.id}`
      : `the dataset "${dataset.name}" has no series "${id}"`;
    problems.push(error("unknown-series", ["series", i], fact, exists ? listNames(ids, kind) : suggest(id, ids, kind)));
    return [];
  });
}

function noStatistic(metric: Metric, wanted: string | undefined, series: readonly Series[]): Problem {
  const help = suggest(wanted ?? "", statisticsOf(metric, series), `statistics of ${metric.id}`);
  return error("unknown-stat", ["stat"], `${metric.id} has no statistic "${wanted}"`, help);
}

/** What the author asked for, else what the data ask for; a statistic that is asked for is drawn over all places. */
export function pickForm(dataset: Dataset, { metric }: Picked, spec: ChartSpec): MarkName {
  if (spec.mark !== undefined) return spec.mark;
  const chosen = chooseMark(dataset, metric.id);
  return chosen === "percentiles" && spec.stat !== undefined ? drawnMark(chosen, dataset) : chosen;
}

/** The mark for a form, where it suits the x-axis. */
export function pickMark(dataset: Dataset, series: readonly Series[], form: MarkName, problems: Problem[]): DrawnMark {
  const names = dataset.x.kind === "category";
  const mark = drawnMark(form, dataset);
  if (mark === "line" && names) {
    const fact = "lines join categories, between which nothing was measured; dots are drawn";
    problems.push(warning("line-over-categories", ["mark"], fact, 'Write "bar" or "dot", or leave the mark out.'));
    return "dot";
  }
  const places = mark === "bar" && !names ? new Set(series.flatMap(({ x }) => x)).size : 0;
  if (places > 24) {
    const fact = `bars at ${places} places are too thin to read; lines are drawn`;
    problems.push(warning("too-many-bars", ["mark"], fact, 'Write "line" or "dot", or leave the mark out.'));
    return "line";
  }
  return mark;
}

function drawnMark(form: MarkName, { x }: Dataset): DrawnMark {
  if (form === "line" || form === "bar" || form === "dot") return form;
  if (form === "strip" || form === "box") return "dot";
  return x.kind === "category" ? "bar" : "line";
}

/** Whether the value axis is logarithmic. */
export function pickLog(spec: ChartSpec, mark: DrawnMark, problems: Problem[]): boolean {
  if (spec.y?.scale !== "log") return false;
  if (mark !== "bar") return true;
  const fact = "the length of a bar has no meaning on a log scale; a linear one is drawn";
  problems.push(
    warning("log-bars", ["y", "scale"], fact, 'Write "mark": "dot" for a log scale, or leave the scale out.'),
  );
  return false;
}
