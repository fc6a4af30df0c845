import type { Dataset } from "../../benchmark/dataset.ts";
import { formatNumber } from "../../benchmark/number.ts";
import type { ChartSpec, DrawnMark } from "../spec.ts";
import type { Axis, Chart, ChartSeries, Spread } from "../chart.ts";
import { extent } from "./extent.ts";
import type { Plain } from "./plain-chart.ts";

export interface CaptionOptions {
  readonly mark: DrawnMark;
  readonly spread: Spread | null;
  readonly runs: Chart["runs"];
  readonly y: Axis;
  readonly series: readonly ChartSeries[];
}

/** What is said of single runs where they are drawn. */
export const RUNS_WORDS = "Small dots: single runs.";

/** An author's words for the spread, in whatever sentence. */
const NAMED = /deviation|interval|range|quartile|percentile|smallest|spread|whisker|\bCI\b|\bSD\b/i;

/**
 * The author's caption, or one that says what a reader must know to read the picture: of how many, with what spread, under what
 * load, on which day. Nothing that the data do not say. What is drawn around the points is named in either case.
 */
export function captionOf(dataset: Dataset, { caption }: ChartSpec, picked: Plain, options: CaptionOptions): string {
  const { runs, y, series } = options;
  const isFailing = series.some(({ failed }) => failed !== null);
  const spread = around(picked, options);
  const marks = [runs === "drawn" ? RUNS_WORDS : "", isFailing ? "Signs with a hole: some requests failed." : ""];
  if (caption !== undefined) {
    const added = joined([NAMED.test(caption) ? "" : spread, ...marks]);
    return added === "" ? caption : joined([caption.replace(/[^.!?…]$/, "$&."), added]);
  }
  const below =
    y.kind === "log" ? series.flatMap((one) => one.y).filter((value) => value !== null && value <= 0).length : 0;
  const isMeasured = series.some((one) => one.y.some((value) => value !== null));
  return joined([
    isMeasured ? centre(picked) : "Nothing was measured.",
    isMeasured ? spread : "",
    ...marks.slice(0, 1),
    conditions(dataset),
    ...marks.slice(1),
    below === 0
      ? ""
      : `${below === 1 ? "1 point is 0 and stands" : `${below} points are 0 and stand`} below the log scale.`,
  ]);
}

/** Under what load, and on which day, as far as the data say: pictures travel without their articles. */
export function conditions({ load, environment }: Dataset): string {
  const [model, day] = [load["model"], environment["measured_at"]];
  return joined([
    typeof model === "string" && model.trim() !== "" ? `Load model: ${model.trim()}.` : "",
    typeof day === "string" && /^\d{4}-\d\d-\d\d/.test(day) ? `Measured on ${day.slice(0, 10)}.` : "",
  ]);
}

function joined(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function around({ form, whiskers }: Plain, { mark, spread }: CaptionOptions): string {
  if (spread === null) return "";
  if (form === "box") return `Boxes: ${spread.label}. Whiskers: ${whiskers!.label}.`;
  return `${mark === "line" ? "Band" : "Thin lines"}: ${spread.label}.`;
}

function centre({ metric, stat, series }: Plain): string {
  const statistics = series.flatMap((one) => one.values.get(metric.id) ?? []);
  const counts = extent(statistics.flatMap(({ columns }) => columns.get("n") ?? []));
  const name = { mean: "Mean", median: "Median", p50: "Median" }[stat];
  if (counts === null) return name === undefined ? "" : `${name} at each point.`;
  const nouns = new Set(statistics.flatMap(({ nOf }) => nOf ?? []));
  const noun = nouns.size === 1 ? ` ${[...nouns][0]}` : "";
  const [least, most] = counts.map((count) => formatNumber(count));
  const n = least === most ? `n = ${least}` : `n = ${least} to ${most}`;
  return `${name === undefined ? "At each point" : `${name} of`} ${n}${noun}${name === undefined ? "" : " at each point"}.`;
}
