/** How a score of JMH becomes a figure in base units. */
export interface JmhUnit {
  readonly metric: "ops_rate" | "time_per_op";
  /** Base unit of the figure. */
  readonly unit: "1/s" | "s";
  toBase(score: number): number;
}

/** Units below the second, by how many make one: multiplying a rate by a whole number is exact. */
const perSecond = new Map([
  ["s", 1],
  ["ms", 1e3],
  ["us", 1e6],
  ["ns", 1e9],
]);
const seconds = new Map([
  ["min", 60],
  ["hr", 3600],
  ["day", 86400],
]);

/** `ops/ms` is a rate, `ns/op` a time; null for all else (`B/op`, `counts`). */
export function jmhUnit(text: string): JmhUnit | null {
  const [, per] = /^ops\/(\w+)$/.exec(text) ?? [];
  const [, time] = /^(\w+)\/op$/.exec(text) ?? [];
  const below = perSecond.get(per ?? time ?? "");
  const above = seconds.get(per ?? time ?? "") ?? 1;
  if (below === undefined && above === 1) return null;
  return per === undefined
    ? { metric: "time_per_op", unit: "s", toBase: (score) => (score * above) / (below ?? 1) }
    : { metric: "ops_rate", unit: "1/s", toBase: (score) => (score / above) * (below ?? 1) };
}
