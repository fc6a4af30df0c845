/** The entries that are there: what a file does not say is left out of a reading, not null. */
export function known<T>(entries: Readonly<Record<string, T | null | undefined>>): Record<string, T> {
  const there = Object.entries(entries).filter((entry): entry is [string, T] => entry[1] != null);
  return Object.fromEntries(there);
}

/** Percentiles by their names: `50` and `"99.90"` become p50 and p99.9; 0 and 100 are min and max. */
export function percentileName(percent: number | string): string {
  const number = Number(percent);
  return number === 0 ? "min" : number === 100 ? "max" : `p${number}`;
}
