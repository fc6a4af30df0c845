/** The statistics that have names of their own; percentiles (`p50`, `p99.9`) come beside them. */
export const statisticNames = ["value", "mean", "median", "min", "max", "stdev", "ci_low", "ci_high", "n"] as const;

/** What tools and people call them otherwise. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ["avg", "mean"],
  ["average", "mean"],
  ["med", "median"],
  ["std", "stdev"],
  ["sd", "stdev"],
  ["stddev", "stdev"],
  ["std_dev", "stdev"],
  ["sigma", "stdev"],
  ["minimum", "min"],
  ["maximum", "max"],
  ["p0", "min"],
  ["p100", "max"],
  ["count", "n"],
  ["samples", "n"],
  ["values", "value"],
  ["low", "ci_low"],
  ["high", "ci_high"],
  ["p999", "p99.9"],
  ["p9999", "p99.99"],
]);

const names: ReadonlySet<string> = new Set(statisticNames);

/** Whether a column may have this name. */
export function isStatistic(name: string): boolean {
  return names.has(name) || percentileOf(name) !== null;
}

/** The percentage of a percentile's name (`p99.9` → 99.9), or null. 0 and 100 are `min` and `max`. */
export function percentileOf(name: string): number | null {
  const digits = /^p(\d{1,2}(?:\.\d{1,6})?)$/.exec(name)?.[1];
  const percentage = Number(digits);
  return digits !== undefined && percentage > 0 ? percentage : null;
}
