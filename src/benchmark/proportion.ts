import type { Interval } from "./interval.ts";

/** Quantile of the normal distribution for a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/**
 * 95 % interval of a proportion of which `count` of `n` were seen (Wilson, "Probable inference, the law of succession, and
 * statistical inference", 1927). Null when n is 0.
 */
export function proportionInterval(count: number, n: number): Interval | null {
  if (n <= 0) return null;
  const z2 = z95 ** 2;
  const share = count / n;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: count === 0 ? 0 : Math.max(0, centre - half), high: count === n ? 1 : Math.min(1, centre + half) };
}

/**
 * With none seen in n, the true proportion is below this with 95 % confidence: 1 − 0.05^(1/n), about 3/n (Hanley and
 * Lippman-Hand, "If nothing goes wrong, is everything all right?", 1983).
 */
export function noneSeenBound(n: number): number {
  return n <= 0 ? 1 : -Math.expm1(Math.log(0.05) / n);
}
