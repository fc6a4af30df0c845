import type { Dataset } from "../../../src/benchmark/dataset.ts";
import type { Subject } from "../../../src/chart/adjust/adjust.ts";
import type { ChartSpec } from "../../../src/chart/spec.ts";
import { toChart } from "../../../src/chart/to-chart.ts";
import { chartOf } from "../sample.ts";

/** A chart and all that it was decided from. */
export function subjectOf(dataset: Dataset, spec: ChartSpec): Subject {
  return { dataset, spec, context: { styles: new Map() }, chart: chartOf(dataset, spec), decide: toChart };
}
