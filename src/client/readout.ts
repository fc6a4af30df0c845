import type { Chart, ChartSeries } from "../chart/chart.ts";
import { isStepped } from "../chart/form.ts";
import { pointAt, stepAt } from "./measured.ts";
import type { View } from "../chart/adjust/view.ts";

/** What was measured at one x: a row for each visible series, in the order in which they stand in the picture. */
export interface Readout {
  readonly x: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly series: ChartSeries;
  /** Null where the series has no measurement near x. */
  readonly reading: Reading | null;
  /** The reading as a multiple of the base; null where none is chosen, or there is none here. */
  readonly times: number | null;
  /** The single runs behind the reading, where they are drawn. */
  readonly runs: readonly number[] | null;
  /** Share of tries that failed, also where so many did that there is no reading; null where none is known of. */
  readonly failed: number | null;
}

/** One measured point. Its x differs from the readout's where the series was measured on another grid. */
export interface Reading {
  /** Its place in the series. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Whether there is anything to read at a place: a figure, or that all requests failed. */
export function isReadable({ rows }: Readout): boolean {
  return rows.some(({ reading, failed }) => reading !== null || (failed ?? 0) > 0);
}

/**
 * The measured points nearest to x, sorted as drawn: from the top of the picture down; bars and lying dots as they
 * stand beside each other. `shown` is the
 * chart as the reader has adjusted it: with a base, the multiples come with the figures, which stay what they are.
 */
export function readAt(chart: Chart, hidden: View["hidden"], x: number, shown: Chart = chart): Readout {
  const rows = chart.series.flatMap((series, index): Row[] => {
    if (hidden.has(series.id)) return [];
    const found = reading(chart, series, x);
    const multiple = found === null || shown.y.unit !== "×" ? null : shown.series[index]?.y[found.index];
    const runs = found === null || shown.runs !== "drawn" ? null : shown.series[index]?.runs?.[found.index];
    const failed = series.failed?.[found?.index ?? series.x.indexOf(x)] ?? null;
    return [{ series, reading: found, times: multiple ?? null, runs: runs ?? null, failed }];
  });
  if (chart.mark !== "bar" && chart.orientation === "upright")
    rows.sort((a, b) => height(b.reading) - height(a.reading));
  return { x, rows };
}

function height(reading: Reading | null): number {
  return reading === null ? Number.MIN_SAFE_INTEGER : reading.y;
}

function reading(chart: Chart, series: ChartSeries, x: number): Reading | null {
  const index = isStepped(chart) ? stepAt(series, x) : pointAt(chart.x, series, x);
  if (index === null) return null;
  return {
    index,
    x: series.x[index]!,
    y: series.y[index]!,
    low: series.low?.[index] ?? null,
    high: series.high?.[index] ?? null,
  };
}
