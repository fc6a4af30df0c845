import type { Dataset } from "../../benchmark/dataset.ts";
import type { Chart, Measured, SeriesStyle } from "../chart.ts";
import type { ChartSpec } from "../spec.ts";
import type { Problem } from "./problem.ts";

export interface ChartContext {
  /** How each series looks in all charts of the post: `assignStyles`. */
  readonly styles: ReadonlyMap<string, SeriesStyle>;
  /** A low picture, for charts that go with a larger one. */
  readonly low?: boolean;
  /** By series: how many points were measured, where the dataset holds only those that a picture shows. */
  readonly measured?: ReadonlyMap<string, Measured>;
  /** All points, however many: for tables rather than pictures. */
  readonly whole?: boolean;
  /** The names of places in their order, where they are already known. */
  readonly categories?: readonly string[];
}

export interface DecidedChart {
  /** Null when there is nothing to draw; then one of the problems says why. */
  readonly chart: Chart | null;
  readonly problems: readonly Problem[];
}

/** How a description of a dataset becomes a chart. */
export type Decide = (dataset: Dataset, id: string, spec: ChartSpec, context: ChartContext) => DecidedChart;
