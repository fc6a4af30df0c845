import type { Dataset } from "../../benchmark/dataset.ts";
import { formatNumber } from "../../benchmark/number.ts";
import type { ChartSpec, DrawnMark } from "../spec.ts";
import type { Axis, Chart, ChartSeries, Spread } from "../chart.ts";
import { extent } from "./extent.ts";
import type { Plain } from "./plain-chart.ts";
import { saysCentre, saysCount, saysDay, saysModel, saysSpread } from "./said.ts";

export interface CaptionOptions {
  readonly mark: DrawnMark;
  readonly spread: Spread | null;
  readonly runs: Chart["runs"];
  readonly y: Axis;
  readonly series: readonly ChartSeries[];
}

/** What is said of single runs where they are drawn. */
export const RUNS_WORDS = "Small dots: single runs.";

/**
 * What a reader must know to read the picture: of how many, with what spread, under what load, on which day. Nothing that the
 * data do not say, and behind an author's own caption nothing that this says.
 */
export function captionOf(dataset: Dataset, { caption }: ChartSpec, picked: Plain, options: CaptionOptions): string {
  const { runs, y, series } = options;
  const isFailing = series.some(({ failed }) => failed !== null);
  const below =
    y.kind === "log" ? series.flatMap((one) => one.y).filter((value) => value !== null && value <= 0).length : 0;
  const isMeasured = series.some((one) => one.y.some((value) => value !== null));
  const spread = caption !== undefined && saysSpread(caption) ? "" : around(picked, options);
  return behind(caption, [
    isMeasured ? centre(picked, caption) : caption === undefined ? "Nothing was measured." : "",
    isMeasured ? spread : "",
    runs === "drawn" ? RUNS_WORDS : "",
    conditions(dataset, caption),
    isFailing ? "Signs with a hole: some requests failed." : "",
    below === 0
      ? ""
      : `${below === 1 ? "1 point is 0 and stands" : `${below} points are 0 and stand`} below the log scale.`,
  ]);
}

/** Under what load, and on which day, as far as the data say and a caption does not: pictures travel without their articles. */
export function conditions({ load, environment }: Dataset, caption = ""): string {
  const model = typeof load["model"] === "string" ? load["model"].trim() : "";
  const measured = environment["measured_at"];
  const day = typeof measured === "string" ? (/^\d{4}-\d\d-\d\d/.exec(measured)?.[0] ?? "") : "";
  return joined([
    model === "" || saysModel(caption, model) ? "" : `Load model: ${model}.`,
    day === "" || saysDay(caption, day) ? "" : `Measured on ${day}.`,
  ]);
}

/** Sentences behind an author's caption, which may lack its full stop. */
export function behind(caption: string | undefined, sentences: readonly string[]): string {
  const added = joined(sentences);
  if (caption === undefined || added === "") return caption ?? added;
  return `${caption.replace(/[^.!?…]$/, "$&.")} ${added}`;
}

function joined(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function around({ form, whiskers }: Plain, { mark, spread }: CaptionOptions): string {
  if (spread === null) return "";
  if (form === "box") return `Boxes: ${spread.label}. Whiskers: ${whiskers!.label}.`;
  return `${mark === "line" ? "Band" : "Thin lines"}: ${spread.label}.`;
}

function centre({ metric, stat, series }: Plain, caption: string | undefined): string {
  const statistics = series.flatMap((one) => one.values.get(metric.id) ?? []);
  // where nothing was measured there is no point
  const counts = extent(statistics.flatMap(({ columns }) => (columns.get("n") ?? []).filter((n) => n !== 0)));
  const known = { mean: "Mean", median: "Median", p50: "Median" }[stat];
  if (counts === null) return known === undefined || caption !== undefined ? "" : `${known} at each point.`;
  if (caption !== undefined && saysCount(caption, counts)) return "";
  const name = caption !== undefined && saysCentre(caption) ? undefined : known;
  const nouns = new Set(statistics.flatMap(({ nOf }) => nOf ?? []));
  const noun = nouns.size === 1 ? ` ${[...nouns][0]}` : "";
  const [least, most] = counts.map((count) => formatNumber(count));
  const n = least === most ? `n = ${least}` : `n = ${least} to ${most}`;
  return `${name === undefined ? "At each point" : `${name} of`} ${n}${noun}${name === undefined ? "" : " at each point"}.`;
}
