import type { Located, Path } from "../../source/located.ts";
import type { Source } from "../../source/source.ts";
import type { Bench } from "../bench.ts";
import type { Dataset } from "../dataset.ts";
import type { Method } from "../method/method.ts";
import type { Spot } from "./spot.ts";

/** An article on a benchmark as a reader has it, with the way back to what its author wrote. */
export interface LintArticle {
  /** As they are written, quotations and all. */
  readonly title: string;
  readonly summary: string;
  /** BCP 47. Rules about words know English. */
  readonly language: string;
  readonly source: Source;
  /** The front matter. */
  readonly head: Located;
  /** Where the text begins in the source. */
  readonly bodyOffset: number;
  readonly bench: Bench | null;
  readonly datasets: readonly LintDataset[];
  readonly charts: readonly LintChart[];
  /** The files that the article names as evidence. */
  readonly files: Evidence;
  /** ISO day on which it is read. */
  readonly today: string;
}

/** Bytes that an article vouches for. */
export interface Evidence {
  /** SHA-256 of a file of the project, in lower case; null where there is none. */
  sha256(file: string): string | null;
}

/** A dataset that an article shows. */
export interface LintDataset {
  readonly dataset: Dataset;
  readonly located: Located;
  /** What the article and the dataset say together. */
  readonly method: Method;
}

/** A chart in an article: as decided, and as written. */
export interface LintChart {
  readonly chart: DecidedChart;
  readonly dataset: LintDataset;
  /** The description as written, all its places together: fields that nobody knows are in it. */
  readonly written: Readonly<Record<string, unknown>>;
  /** Where a field of the description stands. */
  at(path: Path): Spot;
}

/** What must be known of a decided chart; figures are in displayed units. */
export interface DecidedChart {
  readonly id: string;
  readonly mark: string;
  /** As what the picture is to be read: the mark, or a box plot, a histogram … */
  readonly form: string;
  readonly metric: { readonly id: string; readonly label: string; readonly stat: string };
  readonly title: string;
  readonly caption: string;
  readonly x: DecidedAxis;
  readonly y: DecidedAxis;
  readonly series: readonly DecidedSeries[];
  readonly spread: { readonly name: string } | null;
  /** `drawn` where each single run is. */
  readonly runs: string;
}

export interface DecidedAxis {
  readonly kind: "linear" | "log" | "percentile" | "category" | "time";
  readonly label: string;
  readonly unit: string;
  readonly domain: readonly [number, number];
  /** Where a log axis shows what is 0 or less; null where it cannot. */
  readonly lane: number | null;
}

export interface DecidedSeries {
  readonly id: string;
  readonly label: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  readonly style: { readonly colour: number; readonly marker: string; readonly dash: readonly number[] };
}
