import type { Dataset } from "../../benchmark/dataset.ts";
import type { DrawnMark } from "../spec.ts";
import type { Axis, ChartSeries, Spread } from "../chart.ts";
import { extent } from "./extent.ts";
import type { Picked } from "./pick.ts";

export interface CaptionOptions {
  readonly mark: DrawnMark;
  readonly spread: Spread | null;
  readonly y: Axis;
  readonly series: readonly ChartSeries[];
}

/** What a reader must know to read the picture: of how many, with what spread, under what load. Nothing that the data do not say. */
export function generatedCaption(dataset: Dataset, picked: Picked, options: CaptionOptions): string {
  const { mark, spread, y, series } = options;
  const below =
    y.kind === "log" ? series.flatMap((one) => one.y).filter((value) => value !== null && value <= 0).length : 0;
  const shape = mark === "line" ? "Band" : "Thin lines";
  const model = dataset.load["model"];
  return [
    centre(picked),
    spread === null ? "" : `${shape}: ${spread.label}.`,
    typeof model === "string" && model.trim() !== "" ? `Load model: ${model.trim()}.` : "",
    mark !== "bar" && series.some(({ failed }) => failed !== null) ? "Signs with a hole: some requests failed." : "",
    below === 0
      ? ""
      : `${below === 1 ? "1 point is 0 and stands" : `${below} points are 0 and stand`} below the log scale.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function centre({ metric, stat, series }: Picked): string {
  const statistics = series.flatMap((one) => one.values.get(metric.id) ?? []);
  const counts = extent(statistics.flatMap(({ columns }) => columns.get("n") ?? []));
  const name = { mean: "Mean", median: "Median", p50: "Median" }[stat];
  if (counts === null) return name === undefined ? "" : `${name} at each point.`;
  const nouns = new Set(statistics.flatMap(({ nOf }) => nOf ?? []));
  const noun = nouns.size === 1 ? ` ${[...nouns][0]}` : "";
  const [least, most] = counts;
  const n = least === most ? `n = ${least}` : `n = ${least} to ${most}`;
  return `${name === undefined ? "At each point" : `${name} of`} ${n}${noun}${name === undefined ? "" : " at each point"}.`;
}
