import type { Dataset, Series } from "../../benchmark/dataset.ts";
import type { Chart, ChartSeries } from "../chart.ts";
import type { ChartContext, DecidedChart } from "../to-chart.ts";
import type { ChartSpec } from "../spec.ts";
import { assignStyles } from "../styles.ts";
import { placeWords } from "../words.ts";
import { marginLeft, marginRight, plotWidth } from "./margins.ts";
import { inverse, percentileAxis } from "./percentile-axis.ts";
import type { Picked } from "./pick.ts";
import { error, listNames, type Problem } from "./problem.ts";
import { quantilesAt } from "./quantiles.ts";
import { shown, shownUnit } from "./shown.ts";
import { valueAxis } from "./value-axis.ts";

interface Load {
  readonly series: Series;
  readonly index: number;
}

/** The distribution of a metric at one place of the x-axis, or at several: a line a series and place, over percentiles. */
export function percentileChart(
  dataset: Dataset,
  id: string,
  spec: ChartSpec,
  { metric, series }: Picked,
  context: ChartContext,
  problems: Problem[],
): DecidedChart {
  const xUnit = shownUnit(dataset.x.unit, dataset.x.display);
  const yUnit = shownUnit(metric.unit, metric.display);
  const words = (x: number): string => {
    if (dataset.x.kind === "category") return dataset.x.categories[x] ?? "";
    const axis = { kind: dataset.x.kind === "time" ? "time" : "linear", unit: xUnit.symbol, categories: [] } as const;
    return placeWords(axis, dataset.x.kind === "time" ? x : shown(x, xUnit));
  };
  const places = placesOf(dataset, spec, series, metric.id, (x) => shown(x, xUnit), problems);
  if (places.length === 0) return { chart: null, problems };

  const loads = places.flatMap((x) =>
    series.flatMap((one): Load[] => (one.x.includes(x) ? [{ series: one, index: one.x.indexOf(x) }] : [])),
  );
  const several = places.length > 1;
  const ids = loads.map(({ series: { id, x }, index }) => (several ? `${id}@${x[index]}` : id));
  const styles = several ? assignStyles(ids) : new Map([...assignStyles(ids), ...context.styles]);
  const drawn = loads.map(({ series: one, index }, i): ChartSeries => {
    const quantiles = quantilesAt(one.values.get(metric.id)!, index);
    return {
      id: ids[i]!,
      label: several ? `${one.label}, ${words(one.x[index]!)}` : one.label,
      style: styles.get(ids[i]!)!,
      x: quantiles.map(({ share }) => inverse(share)),
      y: quantiles.map(({ value }) => shown(value, yUnit)),
      low: null,
      high: null,
      failed: null,
      thinned: null,
    };
  });
  const log = spec.y?.scale === "log";
  const ticks = context.low === true ? 3 : 5;
  const label = spec.y?.label ?? metric.label;
  const y = valueAxis(drawn, { label, unit: yUnit.symbol, log, domain: spec.y?.domain, ticks });
  const yAxisWidth = marginLeft(y);
  const x = percentileAxis(drawn, plotWidth(yAxisWidth), spec.x?.label);
  const chart: Chart = {
    id,
    dataset: dataset.name,
    mark: "line",
    orientation: "upright",
    metric: { id: metric.id, label: metric.label, stat: "percentiles" },
    title: spec.title ?? `${metric.label} by percentile${several ? "" : ` at ${words(places[0]!)}`}`,
    caption:
      spec.caption ?? "Each further nine has the same room. Percentiles that too few requests carry are left out.",
    x,
    y,
    series: drawn,
    spread: null,
    reference: null,
    annotations: [],
    brackets: [],
    height: context.low === true ? 220 : 360,
    yAxisWidth,
    rightMargin: marginRight(x, yAxisWidth),
    notes: [],
  };
  return { chart, problems };
}

/** Where on the x-axis: as asked, else the last place at which all series have a distribution. */
function placesOf(
  dataset: Dataset,
  { at }: ChartSpec,
  series: readonly Series[],
  metric: string,
  toShown: (x: number) => number,
  problems: Problem[],
): number[] {
  const having = series.map(
    (one) => new Set(one.x.filter((_, i) => quantilesAt(one.values.get(metric)!, i).length > 1)),
  );
  const all = [...new Set(series.flatMap(({ x }) => x))]
    .filter((x) => having.some((places) => places.has(x)))
    .sort((a, b) => a - b);
  if (all.length === 0) {
    const help = "Draw another mark, or import the tool's percentiles or histogram.";
    problems.push(error("no-percentiles", ["mark"], `${metric} has no percentiles and no histogram`, help));
    return [];
  }
  if (at === undefined) return [all.findLast((x) => having.every((places) => places.has(x))) ?? all.at(-1)!];
  const { kind, categories } = dataset.x;
  const nameOf = (x: number): string =>
    kind === "category" ? categories[x]! : String(kind === "time" ? x : toShown(x));
  const asked = typeof at === "object" ? at : [at];
  return asked.flatMap((wanted, i) => {
    const found = all.find((x) => nameOf(x) === String(wanted));
    if (found !== undefined) return [found];
    const path = typeof at === "object" ? ["at", i] : ["at"];
    const help = listNames(all.map(nameOf), "places");
    problems.push(error("unknown-place", path, `no series has a distribution of ${metric} at ${wanted}`, help));
    return [];
  });
}
