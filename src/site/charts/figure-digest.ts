import { digestOf } from "../cache/key.ts";
import type { Figure } from "./figure.ts";

/** A text that is another one for figures that differ in anything that they show. */
export function figureDigest(figure: Figure): string {
  const { chart, dataset } = figure;
  const rest = { ...figure, chart: null, dataset: null, cache: null };
  return [digestOf(chart), digestOf(dataset), digestOf(rest)].join(" ");
}
