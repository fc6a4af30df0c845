import type { Dataset, Series, Statistics } from "../dataset.ts";
import { noneSeenBound, proportionInterval } from "../proportion.ts";
import type { Insight } from "./insight.ts";
import { figureAt } from "./replicates.ts";
import { toleratedErrors } from "./sweep.ts";
import { count, percent, placeWords } from "./words.ts";

export type ErrorOnset = Insight<
  "error-onset",
  {
    /** The first x whose errors are above 0.1 % beyond the noise; null when there is none. */
    readonly x: number | null;
    readonly share: number;
    /** Errors and tries at all x below (at all, when there is no onset). */
    readonly below: Tries;
  }
>;

interface Tries {
  readonly errors: number;
  readonly n: number;
}

const tried: ReadonlySet<string> = new Set(["requests", "replies", "calls", "connections"]);

/** From where on a server makes errors. Needs their number, not only their share: the `n` of `error_ratio`. */
export function errorOnsets(dataset: Dataset): ErrorOnset[] {
  const denominator = dataset.metrics.get("error_ratio")?.denominator;
  if (dataset.x.kind === "category" || denominator === undefined) return [];
  return dataset.series.flatMap((series) => {
    const statistics = series.values.get("error_ratio");
    const points = statistics && triesOf(series, statistics, denominator);
    return points ? (onset(dataset, series, points) ?? []) : [];
  });
}

function onset(
  dataset: Dataset,
  series: Series,
  points: readonly (Tries & { readonly x: number })[],
): ErrorOnset | null {
  const index = points.findIndex(({ errors, n }) => (proportionInterval(errors, n)?.low ?? 0) > toleratedErrors);
  const first = points[index];
  const below = sum(first ? points.slice(0, index) : points);
  const about = { name: "error-onset" as const, metric: "error_ratio", series: [series.id] };
  const none = `no error in ${count(below.n)} requests: under ${percent(noneSeenBound(below.n), { significant: 2 })} with 95 % confidence`;
  if (!first) {
    if (below.errors > 0 || below.n === 0) return null;
    return {
      ...about,
      data: { x: null, share: 0, below },
      sentence: `${series.label} made ${none}.`,
      clause: { lead: "Errors", item: `${series.label} ${none}` },
    };
  }
  const share = first.errors / first.n;
  const at = `${placeWords(dataset, first.x)} (${percent(share, { significant: 2 })})`;
  const sentence =
    below.errors > 0
      ? `${series.label} makes more than ${percent(toleratedErrors)} errors from ${at}.`
      : `${series.label} makes its first errors at ${at}.${below.n > 0 ? ` Below, ${none}.` : ""}`;
  const item = `${series.label} ${below.errors > 0 ? "above 0.1 %" : "first"} at ${at}`;
  return { ...about, data: { x: first.x, share, below }, sentence, clause: { lead: "Errors", item } };
}

/** Errors and tries of each point; null unless all of them are known. A share of replies does not count the failed tries. */
function triesOf(
  series: Series,
  statistics: Statistics,
  denominator: string | null,
): (Tries & { readonly x: number })[] | null {
  if (statistics.nOf === null || !tried.has(statistics.nOf)) return null;
  const points = series.x.map((x, index) => {
    const share = figureAt(statistics, index);
    const n = statistics.columns.get("n")?.[index];
    if (share == null || n == null) return null;
    const errors = Math.round(share * n);
    return { x, errors, n: denominator === "replies" ? n + errors : n };
  });
  return points.every((point) => point !== null && point.errors <= point.n)
    ? points.filter((point) => point !== null)
    : null;
}

function sum(points: readonly Tries[]): Tries {
  return points.reduce((total, { errors, n }) => ({ errors: total.errors + errors, n: total.n + n }), {
    errors: 0,
    n: 0,
  });
}
