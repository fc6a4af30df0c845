import { formatNumber } from "../benchmark/number.ts";
import type { Chart } from "../chart/chart.ts";
import { isStepped } from "../chart/form.ts";
import { formatFigure, formatSpread, formatX } from "./figures.ts";
import type { Reading, Readout, Row } from "./readout.ts";

/** One reading in words. */
export interface ReadingText {
  /** The value in the axis' unit, or "no value". */
  readonly figure: string;
  /** "± 12" where the spread is as wide upward as downward, else "11.9–13.2"; empty without spread. */
  readonly spread: string;
  /** "at 410" where the point was measured at another x than the readout's; else empty. */
  readonly elsewhere: string;
  /** "3.1 % failed" where some did; else empty. */
  readonly failed: string;
  /** "1.82 ×" where a base is chosen; else empty. */
  readonly times: string;
  /** "n = 3: 11.9, 12, 13.2" where single runs are drawn. */
  readonly runs: string;
}

export function readingText(chart: Chart, readout: Readout, { reading, times, runs, failed: share }: Row): ReadingText {
  const failed = (share ?? 0) > 0 ? `${formatNumber(100 * share!, { significant: 2 })} % failed` : "";
  if (reading === null) return { figure: "no value", spread: "", elsewhere: "", failed, times: "", runs: "" };
  return {
    figure: formatFigure(reading.y),
    spread: spreadText(reading),
    elsewhere: reading.x === readout.x || isStepped(chart) ? "" : `at ${formatX(chart.x, reading.x)}`,
    failed,
    runs: runs === null ? "" : runsText(runs),
    times: times === null ? "" : `${formatNumber(times, { significant: 3 })} ×`,
  };
}

/** So many single runs are named; of more, these and how many there are. */
const MOST_RUNS = 12;

function runsText(runs: readonly number[]): string {
  const more = runs.length > MOST_RUNS ? " …" : "";
  return `n = ${runs.length}: ${runs.slice(0, MOST_RUNS).map(formatFigure).join(", ")}${more}`;
}

function spreadText({ y, low, high }: Reading): string {
  if (low === null || high === null) return "";
  const [down, up] = [y - low, high - y];
  const even = Math.abs(up - down) <= 1e-6 * Math.max(Math.abs(y), up, down);
  return even ? `± ${formatSpread(up, y)}` : `${formatFigure(low)}–${formatFigure(high)}`;
}

/** The x of a readout: its quantity and its figure with the unit; of categories the name alone. */
export function xText(chart: Chart, x: number): readonly [quantity: string, figure: string] {
  const figure = formatX(chart.x, x);
  if (chart.x.kind === "category") return ["", figure];
  return [chart.x.label, chart.x.unit === "" ? figure : `${figure} ${chart.x.unit}`];
}

/** The whole readout as a sentence for those who hear it; the chosen series comes first. */
export function readoutText(chart: Chart, readout: Readout, focus: string | null): string {
  const rows = [...readout.rows].sort((a, b) => Number(b.series.id === focus) - Number(a.series.id === focus));
  return `${xText(chart, readout.x).join(" ").trim()}: ${rows.map((row) => rowText(chart, readout, row)).join("; ")}`;
}

function rowText(chart: Chart, readout: Readout, row: Row): string {
  const { figure, spread, elsewhere, failed, times, runs } = readingText(chart, readout, row);
  const unit = row.reading === null ? "" : chart.y.unit;
  return [row.series.label, figure, spread, unit, times, elsewhere, failed, runs].filter(Boolean).join(" ");
}
