import type { Axis, Chart, ChartSeries } from "./chart.ts";
import { percentageAt } from "./decide/percentage.ts";

/** The figures of a chart as a table: a row for each place on the x-axis at which any series was measured, or something is remarked. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  /** `place` is the x-axis; `note` is text, there only where the data have notes. */
  readonly kind: "place" | "value" | "low" | "high" | "runs" | "note";
  /** What stands under the name of its series where that has several columns: "high", "upper quartile". */
  readonly part: string;
  /** Id of the series; null for places and notes. */
  readonly series: string | null;
  readonly label: string;
  /** `""` for none. */
  readonly unit: string;
}

/** Null: not measured. */
export type Cell = number | string | null;

/** Every figure that is drawn, and no other, in the units that the picture shows. */
export function toTable(chart: Chart): Table {
  const notes = notesByPlace(chart);
  const remarked = [...(notes?.keys() ?? [])].sort((a, b) => a - b);
  const rows: Cell[][] = [];
  // Each series is read once from left to right: there may be a million points.
  const next = chart.series.map(() => 0);
  const placeOf = ({ x }: ChartSeries, i: number): number => x[next[i]!] ?? Infinity;
  for (;;) {
    const measured = chart.series.reduce((least, series, i) => Math.min(least, placeOf(series, i)), Infinity);
    const place = Math.min(measured, remarked[0] ?? Infinity);
    if (place === Infinity) break;
    if (place === remarked[0]) remarked.shift();
    const row: Cell[] = [placeCell(chart.x, place)];
    for (const [i, series] of chart.series.entries()) {
      row.push(...cells(chart, series, placeOf(series, i) === place ? next[i]!++ : undefined));
    }
    if (notes !== null) row.push(notes.get(place) ?? null);
    rows.push(row);
  }
  return { columns: toColumns(chart, notes !== null), rows };
}

function toColumns(chart: Chart, noted: boolean): Column[] {
  const { unit } = chart.y;
  const alone = { series: null, part: "" } as const;
  const [low, high] = chart.spread?.name === "quartiles" ? ["lower quartile", "upper quartile"] : ["low", "high"];
  const values = chart.series.flatMap((series): Column[] => {
    const part = (kind: Column["kind"], words: string): Column => ({
      kind,
      series: series.id,
      label: kind === "value" ? series.label : `${series.label}, ${words}`,
      unit,
      part: words,
    });
    return [
      part("value", chart.form === "box" ? "median" : "value"),
      ...(series.low === null ? [] : [part("low", low!), part("high", high!)]),
      ...(series.outer === null ? [] : [part("low", "lower whisker"), part("high", "upper whisker")]),
      ...(series.runs === null || chart.runs !== "drawn" ? [] : [part("runs", "runs")]),
    ];
  });
  return [
    { ...alone, kind: "place", label: chart.x.label, unit: chart.x.unit },
    ...values,
    ...(noted ? [{ ...alone, kind: "note", label: "Notes", unit: "" } as const] : []),
  ];
}

function cells(chart: Chart, { y, low, high, outer, runs }: ChartSeries, index: number | undefined): Cell[] {
  const at = (column: ChartSeries["y"]) => (index === undefined ? null : (column[index] ?? null));
  const single = index === undefined ? null : (runs?.[index] ?? null);
  return [
    at(y),
    ...(low === null || high === null ? [] : [at(low), at(high)]),
    ...(outer === null ? [] : [at(outer.low), at(outer.high)]),
    ...(runs === null || chart.runs !== "drawn" ? [] : [single && single.join("; ")]),
  ];
}

/** A place as text or number: a category's name, a time in ISO form (UTC), or the number itself. */
export function placeCell(axis: Pick<Axis, "kind" | "categories">, x: number): string | number {
  if (axis.kind === "category") return axis.categories[x] ?? String(x);
  if (axis.kind === "percentile") return percentageAt(x);
  return axis.kind === "time" ? new Date(x * 1000).toISOString().replace(".000Z", "Z") : x;
}

/** What is remarked at each place: flags of the data with their series, and the author's annotations; null where there is nothing. */
function notesByPlace({ notes, annotations, series }: Chart): Map<number, string> | null {
  if (notes.length === 0 && annotations.length === 0) return null;
  const labels = new Map(series.map(({ id, label }) => [id, label]));
  const all = [
    ...notes.map((note) => ({ x: note.x, text: `${labels.get(note.series) ?? note.series}: ${note.text}` })),
    ...annotations.map(({ x, label }) => ({ x, text: label })),
  ];
  const byPlace = new Map<number, string>();
  for (const { x, text } of all) {
    const before = byPlace.get(x);
    byPlace.set(x, before === undefined ? text : `${before}; ${text}`);
  }
  return byPlace;
}
