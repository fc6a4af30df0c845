import { formatNumber, thinSpace } from "../benchmark/number.ts";
import type { Axis, Chart, ChartSeries } from "./chart.ts";
import { extent } from "./decide/extent.ts";
import type { MarkName } from "./spec.ts";
import { placeCell } from "./table.ts";

/** A chart in words: for who cannot see it, and for who would rather read. */
export interface Description {
  /** Kind, quantity, axis and series, in one sentence without its full stop: the accessible name. */
  readonly name: string;
  /** What the figures say, one paragraph for the chart and one for each series. */
  readonly paragraphs: readonly string[];
}

const KINDS: Readonly<Record<MarkName, string>> = {
  line: "Line chart",
  bar: "Bar chart",
  dot: "Dot chart",
  strip: "Dot chart with single runs",
  box: "Box plot",
  percentiles: "Percentile plot",
  histogram: "Histogram",
  ecdf: "Cumulative distribution",
};

/** Says what is drawn. Every number in it is one of the figures, or counts them; nothing is interpreted. */
export function describe(chart: Chart): Description {
  const measured = chart.y.title;
  const count = chart.series.length;
  const names = chart.series.slice(0, 6).map(({ label }) => label);
  const more = count > names.length ? ` and ${count - names.length} more` : "";
  const series = count === 1 ? names[0]! : `${count} series: ${names.join("; ")}${more}`;
  const name = `${KINDS[chart.form]} of ${measured} over ${chart.x.title}${count === 0 ? ", without data" : `, ${series}`}`;
  return { name, paragraphs: [axesParagraph(chart), ...chart.series.map((one) => seriesParagraph(chart, one))] };
}

function axesParagraph(chart: Chart): string {
  const places = extent(chart.series.flatMap(({ x }) => x));
  const range =
    places === null
      ? "nothing was measured"
      : chart.x.kind === "category"
        ? `${chart.x.categories.length === 1 ? "1 category" : `${chart.x.categories.length} categories`}`
        : places[0] === places[1]
          ? `measured at ${placeWords(chart.x, places[0])} only`
          : `from ${placeWords(chart.x, places[0])} to ${placeWords(chart.x, places[1])}`;
  const spread = chart.spread === null ? "" : ` The spread is ${chart.spread.label}.`;
  const whiskers = chart.whiskers === null ? "" : ` Whiskers: ${chart.whiskers}.`;
  const order = chart.order === "value" ? ", sorted by value, the best first" : "";
  const line = chart.reference === null ? "" : ` A dotted line marks what was demanded.`;
  const remarks = chart.annotations.map(({ x, label }) => `${placeWords(chart.x, x)}: ${label}`);
  const remarked = remarks.length === 0 ? "" : ` Remarks: ${remarks.join("; ")}.`;
  const figures = `${chart.y.label}${chart.y.kind === "log" ? ", on a log scale" : ""}`;
  const [across, up] = [`${chart.x.label}, ${range}${order}`, figures];
  const axes =
    chart.orientation === "lying"
      ? `Vertical: ${across}. Horizontal: ${up}.`
      : `Horizontal: ${across}. Vertical: ${up}.`;
  return `${axes}${spread}${whiskers}${line}${remarked}`;
}

/** Where the series begins and ends, its extremes where they lie between, and what is missing. */
function seriesParagraph(chart: Chart, series: ChartSeries): string {
  const points = series.y.flatMap((y, i) => (y === null ? [] : [{ x: series.x[i]!, y }]));
  const measured = series.thinned ?? { points: series.y.length, missing: series.y.length - points.length };
  const { missing } = measured;
  const gap = missing === 0 ? "" : ` ${missing} of ${measured.points} points ${missing === 1 ? "is" : "are"} missing.`;
  if (points.length === 0) return `${series.label}: no figures.`;
  const value = (y: number) => quantity(y, chart.y.unit);
  const place = (x: number) => placeWords(chart.x, x);
  const low = points.reduce((least, point) => (point.y < least.y ? point : least));
  const high = points.reduce((most, point) => (point.y > most.y ? point : most));
  const [first, last] = [points[0]!, points.at(-1)!];
  if (low.y === high.y) {
    const where = points.length === 1 ? ` at ${place(first.x)}` : ` at all ${measured.points - missing} points`;
    return `${series.label}: ${value(low.y)}${where}.${gap}`;
  }
  const said = [`lowest ${value(low.y)} at ${place(low.x)}`, `highest ${value(high.y)} at ${place(high.x)}`];
  if (chart.form === "ecdf") return `${series.label}: ${quantilesOf(chart, series)}.`;
  if (chart.form === "histogram") {
    const next = series.x[series.x.indexOf(high.x) + 1] ?? high.x;
    return `${series.label}: most, ${value(high.y)}, from ${place(high.x)} to ${place(next)}; all from ${place(first.x)} to ${place(last.x)}.`;
  }
  if (chart.x.kind === "category") return `${series.label}: ${said.join(", ")}.${gap}`;
  const inside = said.filter((_, i) => ![first.y, last.y].includes([low, high][i]!.y));
  const path = `from ${value(first.y)} at ${place(first.x)} to ${value(last.y)} at ${place(last.x)}`;
  return `${series.label}: ${[path, ...inside].join("; ")}.${gap}`;
}

/** Of a cumulative distribution: what half of all do not exceed, and nine in ten, and any. */
function quantilesOf({ x: axis }: Chart, { x, y }: ChartSeries): string {
  const at = (share: number): string => placeWords(axis, x[y.findIndex((one) => one !== null && one >= share)]!);
  return `50 % do not exceed ${at(50)}, 90 % do not exceed ${at(90)}, none exceeds ${at(100)}`;
}

/** A figure with its unit. Four digits tell apart what the picture tells apart. */
export function quantity(value: number, unit: string): string {
  const number = formatNumber(value, { significant: 4 });
  return unit === "" ? number : number + thinSpace + unit;
}

/** A place on the x-axis with its unit. */
export function placeWords(axis: Pick<Axis, "kind" | "unit" | "categories">, x: number): string {
  const cell = placeCell(axis, x);
  return typeof cell === "number" ? quantity(cell, axis.unit) : axis.kind === "time" ? cell.replace("T", " ") : cell;
}
