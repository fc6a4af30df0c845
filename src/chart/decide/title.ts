import type { XAxis } from "../../benchmark/dataset.ts";
import { statisticWords } from "./statistic.ts";

/** What the value axis measures: the metric, and the statistic where it is not the plain one. */
export function measureLabel(metric: string, stat: string): string {
  const words = statisticWords(stat);
  return words === "" ? metric : `${metric}, ${words}`;
}

/** A title where the author wrote none: what is drawn over what. */
export function generatedTitle(metric: string, stat: string, x: XAxis): string {
  const measured = measureLabel(metric, stat);
  const comma = measured.includes(",") ? "," : "";
  return `${measured}${comma} ${x.kind === "category" ? "by" : "over"} ${lower(x.label)}`;
}

/** Lower case within a sentence, but not of names and abbreviations: `CPU time`, `Node.js`. */
export function lower(words: string): string {
  const [first = "", second = ""] = words;
  return second === second.toUpperCase() || /^\S*\./.test(words) ? words : first.toLowerCase() + words.slice(1);
}
