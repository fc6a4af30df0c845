import type { ParsedDataset } from "../src/benchmark/parse.ts";
import { parseChartSpec } from "../src/chart/spec-parse.ts";
import { assertUseful } from "./attempt.ts";
import { showDescribed } from "./show.ts";

/** Reads all charts that a dataset describes, and shows two of them: a picture costs more than all the reading. */
export function showFirst({ dataset, located }: ParsedDataset): void {
  let shown = 0;
  for (const id of dataset.charts.keys()) {
    const { spec, diagnostics } = parseChartSpec(located, ["charts", id]);
    if (diagnostics.length > 0) assertUseful(diagnostics, located.source.text);
    if (shown++ < 2) showDescribed(dataset, id, spec);
  }
}
