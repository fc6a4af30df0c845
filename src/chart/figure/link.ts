import type { Chart } from "../chart.ts";
import type { Levels } from "../levels.ts";
import type { ChartSpec } from "../spec.ts";

/**
 * What a figure says to the script that brings it to life: which description of which data it shows. The figures themselves come from
 * the dataset, which all charts of a post share, and go through the function that decided the picture.
 */
export interface FigureLink {
  /** Address of the dataset's JSON; of a chart with many points, of what its picture shows of it. */
  readonly data: string;
  /** Name of the dataset. */
  readonly dataset: string;
  readonly spec: ChartSpec;
  /** Ids of the post's series in the order in which they got their looks. */
  readonly order: readonly string[];
  /** What the chart shows and a browser cannot find out: where its series saturate, in shown units. */
  readonly brackets?: Chart["brackets"];
  /** Where the rest is of a chart whose data are more than a page should carry. */
  readonly levels?: Levels;
  /** Whether it is a low picture. */
  readonly low?: true;
}
