import type { Dataset } from "../../benchmark/dataset.ts";
import type { Told } from "../../benchmark/insights/tell.ts";
import type { Chart } from "../../chart/chart.ts";
import type { ChartSpec } from "../../chart/spec.ts";
import type { Cache } from "../cache/cache.ts";

/** A chart in its place in an article: decided, and with the addresses of its other forms. */
export interface Figure {
  readonly id: string;
  readonly spec: ChartSpec;
  /** Ids of the article's series in the order in which they got their looks. */
  readonly order: readonly string[];
  readonly chart: Chart;
  /** What the data say of what it shows. */
  readonly told: Told;
  readonly low: boolean;
  readonly dataset: Dataset;
  /** Level of its title in the article's outline. */
  readonly heading: 2 | 3 | 4 | 5 | 6;
  /** Paths in the site: the chart's own page and its files. */
  readonly paths: FigurePaths;
  /** The same under each of the ids that it had before. */
  readonly former: readonly FigurePaths[];
  /** Where its drawings are kept from build to build. */
  readonly cache: Cache;
}

export interface FigurePaths {
  readonly page: string;
  /** The chart alone, to be shown in a frame of somebody else's page. */
  readonly embed: string;
  readonly csv: string;
  readonly svg: string;
  readonly png: string;
  /** The whole dataset. */
  readonly json: string;
}
