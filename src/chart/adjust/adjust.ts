import type { Dataset } from "../../benchmark/dataset.ts";
import type { Chart, ChartSeries } from "../chart.ts";
import { marginLeft } from "../decide/margins.ts";
import { valueAxis } from "../decide/value-axis.ts";
import type { AxisSpec, ChartSpec } from "../spec.ts";
import type { ChartContext, Decide } from "../decide/decided.ts";
import { isDistribution, isStepped } from "../form.ts";
import { take } from "../thin.ts";
import { canHaveBase } from "./base.ts";
import { type Adjustment, isSame, type Range, type Scale, UNCHANGED } from "./adjustment.ts";
import { adjustedCaption } from "./caption.ts";
import { multipleAxis } from "./multiple-axis.ts";
import { toMultiples } from "./multiples.ts";

/** Everything that a chart was decided from, and the chart as it was described. */
export interface Subject {
  readonly dataset: Dataset;
  readonly spec: ChartSpec;
  readonly context: ChartContext;
  readonly chart: Chart;
  /** How it was decided. */
  readonly decide: Decide;
  /** Of a part that is looked at, points may be missing from the dataset. */
  readonly isCoarse?: true;
}

/**
 * The chart as a reader has adjusted it: pure, so that buttons, keys and addresses that ask for the same see the same. The
 * value axis is decided anew from the series and the part of the x-axis that are looked at; the plot gets no wider, so that
 * nothing jumps. What cannot be shown (an unknown base, a log scale of bars) is left as it was.
 */
export function adjustChart(subject: Subject, asked: Adjustment, hidden: ReadonlySet<string>): Chart {
  const { chart } = subject;
  const adjustment = asked.base === null || canHaveBase(chart, asked.base) ? asked : { ...asked, base: null };
  const visible = chart.series.filter(({ id }) => !hidden.has(id));
  if (isSame(adjustment, UNCHANGED) && (visible.length === 0 || visible.length === chart.series.length)) return chart;
  const adjusted = redecide(subject, adjustment) ?? chart;
  const looked = lookedAt(adjusted, adjustment.xRange, hidden);
  // Shares of a whole keep their axis: between two steps no point may lie.
  const fixed = isStepped(adjusted) || (adjustment.yRange !== null && adjustment.base === null);
  const y = fixed ? adjusted.y : anew(subject, adjusted, looked, adjustment);
  const brackets = adjustment.base === null ? chart.brackets : [];
  const shown = {
    ...adjusted,
    y,
    brackets,
    // Names of lying rows stand above their marks.
    yAxisWidth: chart.orientation === "lying" ? chart.yAxisWidth : Math.max(chart.yAxisWidth, marginLeft(y)),
    height: chart.height,
  };
  // An author's words are about the figures themselves.
  if (adjustment.base !== null) return shown;
  return { ...shown, title: chart.title, caption: adjustedCaption(chart, shown, subject.isCoarse !== true) };
}

function redecide({ dataset, spec, context: described, chart, decide }: Subject, adjustment: Adjustment): Chart | null {
  const { metric, spread } = chart;
  const base = dataset.series.find(({ id }) => id === adjustment.base);
  const measured = dataset.metrics.get(metric.id);
  // Places of names are numbers: what is read at one must stay there.
  const context = chart.x.kind === "category" ? { ...described, categories: chart.x.categories } : described;
  const fixed: ChartSpec = {
    ...spec,
    metric: metric.id,
    ...(isDistribution(chart) ? {} : { series: chart.series.map(({ id }) => id) }),
    ...(isDistribution(chart) || chart.form === "box" ? {} : { stat: metric.stat }),
    spread: spread?.name ?? "none",
    runs: adjustment.runs ?? spec.runs ?? false,
    orientation: chart.orientation,
    x: axisOf(spec.x, adjustment.xScale, adjustment.xRange),
    y: axisOf(spec.y, adjustment.yScale, adjustment.yRange),
  };
  if (base === undefined || measured === undefined) return decide(dataset, chart.id, fixed, context).chart;
  const multiples = toMultiples(dataset, measured, metric.stat, base);
  const mark = chart.mark === "bar" ? "dot" : chart.mark;
  const asked: ChartSpec = { ...fixed, stat: "value", spread: "ci", reference: "none", mark, y: { scale: "log" } };
  const { title: _title, caption: _caption, ...rest } = asked;
  const drawn = decide(multiples, chart.id, rest, context).chart;
  // Requests failed all the same, whatever their times are multiples of.
  const failures = (one: ChartSeries): ChartSeries["failed"] =>
    chart.series.find(({ id }) => id === one.id)?.failed ?? null;
  return drawn && { ...drawn, series: drawn.series.map((one) => ({ ...one, failed: failures(one) })) };
}

function axisOf(described: AxisSpec | undefined, scale: Scale | null, range: Range | null): AxisSpec {
  return {
    ...described,
    ...(scale === null ? {} : { scale }),
    ...(range === null ? {} : { domain: range }),
  };
}

/** The series without what is switched off or beyond the part of the x-axis that is looked at. */
function lookedAt(chart: Chart, range: Range | null, hidden: ReadonlySet<string>): ChartSeries[] {
  const visible = chart.series.filter(({ id }) => !hidden.has(id));
  const shown = visible.length === 0 ? chart.series : visible;
  if (range === null) return [...shown];
  return shown.map((series) => {
    const rows = series.x.flatMap((x, row) => (x >= range[0] && x <= range[1] ? [row] : []));
    return take(series, rows);
  });
}

function anew(
  { spec, context }: Subject,
  chart: Chart,
  series: readonly ChartSeries[],
  { base }: Adjustment,
): Chart["y"] {
  if (base !== null && chart.y.unit === "×") return multipleAxis(series, chart.y.label);
  return valueAxis(series, {
    label: chart.y.label,
    unit: chart.y.unit,
    log: chart.y.kind === "log",
    domain: spec.y?.domain,
    ticks: context.low === true ? 3 : 5,
  });
}
