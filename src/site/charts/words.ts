import type { Chart } from "../../chart/chart.ts";
import { describe, type Description } from "../../chart/words.ts";

const known = new WeakMap<Chart, Description>();

/** A chart in words; said once, because its article, its own page, its frame, feeds and networks all show them. */
export function wordsOf(chart: Chart): Description {
  const words = known.get(chart) ?? describe(chart);
  known.set(chart, words);
  return words;
}
