import type { Dataset, Series, Statistics } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { figureAt } from "./replicates.ts";
import { toleratedErrors } from "./sweep.ts";
import { percent, placeWords } from "./words.ts";

export type FirstErrors = Insight<
  "first-errors",
  {
    /** The last x before the first with errors; null where errors come at once. */
    readonly none: number | null;
    /** The first x at which more than 0.1 % fail; null when there is none. */
    readonly x: number | null;
    readonly share: number;
  }
>;

/**
 * Where errors were seen first, for shares over runs whose counts were not kept: what was seen, and no bound for what was
 * not. Where the counts are known, the onset of errors says more.
 */
export function firstErrors(dataset: Dataset): FirstErrors[] {
  const metric = dataset.metrics.get("error_ratio");
  if (dataset.x.kind === "category" || !metric) return [];
  return dataset.series.flatMap((series) => {
    const statistics = series.values.get("error_ratio");
    return statistics?.nOf === "runs" ? (firstOf(dataset, series, statistics) ?? []) : [];
  });
}

function firstOf(dataset: Dataset, series: Series, statistics: Statistics): FirstErrors | null {
  const shares = series.x.map((_, index) => figureAt(statistics, index));
  if (shares.length === 0 || shares.includes(null)) return null;
  const first = shares.findIndex((share) => share! > 0);
  const about = { name: "first-errors" as const, metric: "error_ratio", series: [series.id] };
  const lead = "No errors in any run";
  if (first === -1) {
    const upTo = `up to ${placeWords(dataset, series.x.at(-1)!)}`;
    const data = { none: series.x.at(-1)!, x: null, share: 0 };
    const sentence = `${series.label} made no error in any run ${upTo}.`;
    return { ...about, data, sentence, clause: { lead, item: `${series.label} ${upTo}, the highest tested` } };
  }
  if (first === 0) return null;
  const onset = shares.findIndex((share) => share! > toleratedErrors);
  const data = {
    none: series.x[first - 1]!,
    x: onset === -1 ? null : series.x[onset]!,
    share: onset === -1 ? 0 : shares[onset]!,
  };
  const upTo = `up to ${placeWords(dataset, data.none)}`;
  const then = `${percent(shares[first]!, { significant: 2 })} at ${placeWords(dataset, series.x[first]!)}`;
  return {
    ...about,
    data,
    sentence: `${series.label} made no error in any run ${upTo}, then ${then}.`,
    clause: { lead, item: `${series.label} ${upTo}, then ${then}` },
  };
}
