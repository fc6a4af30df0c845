/**
 * What a benchmark says, decided: the validated form of `data/<name>.json` (contract in docs/data.md).
 * Figures are in base units (s, bytes, 1/s, ratio); missing is null, never 0 and never NaN.
 */
export interface Dataset {
  /** The name under which posts refer to it: the file name without `.json`. */
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly x: XAxis;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly series: readonly Series[];
  /** Chart descriptions as written; the chart floor decides them. */
  readonly charts: ReadonlyMap<string, unknown>;
  readonly environment: Readonly<Record<string, unknown>>;
  readonly load: Readonly<Record<string, unknown>>;
  readonly sampling: Readonly<Record<string, unknown>>;
  readonly sources: readonly Provenance[];
  /** Under what the figures may be used: an SPDX identifier or an address; absent where nobody said. */
  readonly license?: string;
  /** Whether `data/raw/<name>/` is published with the site. */
  readonly publishRaw: boolean;
}

export type XKind = "number" | "category" | "time";

export interface XAxis {
  readonly name: string;
  readonly label: string;
  /** Base unit of numbers; null for categories. Time is seconds since 1970 (UTC). */
  readonly unit: string | null;
  readonly display: string | null;
  readonly kind: XKind;
  /** The categories, in the order in which the author wrote them; empty unless kind is "category". */
  readonly categories: readonly string[];
}

export type Better = "higher" | "lower";

export interface Metric {
  readonly id: string;
  readonly label: string;
  /** Base unit in which the figures are stored. */
  readonly unit: string;
  /** Unit in which people read them. */
  readonly display: string;
  readonly better: Better | null;
  /** For ratios: of what. */
  readonly denominator: string | null;
}

/** One figure a point, aligned with the series' x. */
export type Column = readonly (number | null)[];

/**
 * The statistics of one metric in one series. Names: `value`, `mean`, `median`, `min`, `max`, `stdev`,
 * `ci_low`, `ci_high`, `n`, percentiles `p50`, `p99`, `p99.9`.
 */
export interface Statistics {
  readonly columns: ReadonlyMap<string, Column>;
  /** What `n` counts: runs, requests, samples, iterations, forks. */
  readonly nOf: string | null;
  /** Over what `stdev` varies and how it was taken: e.g. `sample`, `population`, `sum-of-hosts`. */
  readonly stdevKind: string | null;
  /** Confidence level and method of `ci_low` and `ci_high`. */
  readonly ci: { readonly level: number; readonly method: string } | null;
  /** The single values behind each point, where they were kept. */
  readonly runs: readonly (readonly (number | null)[] | null)[] | null;
  /** The distribution behind each point, where it was kept: upper bounds of buckets and their counts. */
  readonly histograms: readonly (Histogram | null)[] | null;
}

export interface Histogram {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

export interface Series {
  readonly id: string;
  readonly label: string;
  /** Numbers, epoch seconds, or indexes into the axis' categories; ascending. */
  readonly x: readonly number[];
  readonly values: ReadonlyMap<string, Statistics>;
  readonly flags: readonly Flag[];
  /** Settings that belong to this series alone: runtime, framework, version. */
  readonly environment: Readonly<Record<string, unknown>>;
}

/** Why a figure is missing or must be read with care. */
export interface Flag {
  readonly x: number;
  readonly metric: string | null;
  readonly stat: string | null;
  readonly flag: string;
  readonly note: string | null;
}

export interface Provenance {
  readonly file: string;
  readonly sha256: string | null;
  readonly tool: string | null;
  readonly toolVersion: string | null;
  readonly importer: string | null;
  /** Whole sentences about what the file did not say and was taken for granted. */
  readonly assumed?: readonly string[];
  readonly warnings: readonly string[];
}
