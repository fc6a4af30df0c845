import type { Dataset, Metric, Series } from "../dataset.ts";
import type { Insight } from "./insight.ts";
import { significantSigns } from "./crossover.ts";
import { dominant, shared } from "./dominance.ts";
import { meetings, pairsWith } from "./replicates.ts";
import { bracketWords, placeWords } from "./words.ts";

export type Advantage = Insight<
  "advantage",
  {
    /** The better series; null where none is. */
    readonly better: string | null;
    /** Where it is better beyond the noise. */
    readonly at: readonly number[];
    /** At how many places both were measured. */
    readonly of: number;
  }
>;

/**
 * Where one server is better than another and nowhere worse, beyond the noise, but not everywhere: or that they cannot be
 * told apart. Silent where they change places (a crossover) and where one is
 * better at every point, which dominance says.
 */
export function advantages(dataset: Dataset): Advantage[] {
  return [...dataset.metrics.values()].flatMap((metric) => {
    if (metric.better === null) return [];
    return pairsWith(dataset, metric.id).flatMap(([a, b]) => advantage(dataset, metric, a, b) ?? []);
  });
}

function advantage(dataset: Dataset, metric: Metric, a: Series, b: Series): Advantage | null {
  const { id, label, better } = metric;
  const common = meetings(a, b, metric).length;
  const signs = significantSigns(a, b, metric);
  const about = { name: "advantage" as const, metric: id, series: [a.id, b.id] };
  if (common < 3 || dominant(a, b, metric) !== null) return null;
  const [first] = signs;
  const points = common === shared(a, b) ? "points" : "points that can be compared";
  if (!first) {
    // Of a few comparable points among many it would seem to speak of all.
    if (common < 0.5 * shared(a, b)) return null;
    const sentence = `${label}: no difference between ${a.label} and ${b.label} larger than the noise at any of ${common} ${points}.`;
    return { ...about, data: { better: null, at: [], of: common }, sentence };
  }
  if (signs.some(({ sign }) => sign !== first.sign)) return null;
  const [one, other] = first.sign > 0 === (better === "higher") ? [a, b] : [b, a];
  const at = signs.map(({ x }) => x);
  const sentence = `${label}: ${one.label} is ${better} than ${other.label} at ${at.length} of ${common} ${points}${where(dataset, at)}; at the others no difference is larger than the noise.`;
  return { ...about, data: { better: one.id, at, of: common }, sentence };
}

/** Neighbours in a sweep lie between the first and the last; categories are named. */
function where(dataset: Dataset, at: readonly number[]): string {
  if (dataset.x.kind === "category")
    return at.length > 4 ? "" : ` (${at.map((x) => placeWords(dataset, x)).join(", ")})`;
  return at.length === 1 ? ` (${placeWords(dataset, at[0]!)})` : ` (${bracketWords(dataset, at[0]!, at.at(-1)!)})`;
}
