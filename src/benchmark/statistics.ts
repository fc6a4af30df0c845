/** Descriptive statistics of samples. All take finite numbers; an empty sample has none: null. */

/** Arithmetic mean. */
export function mean(sample: readonly number[]): number | null {
  if (sample.length === 0) return null;
  // Around the first value, so that large equal figures stay exact.
  const [origin] = sample as readonly [number];
  return origin + sample.reduce((sum, value) => sum + (value - origin), 0) / sample.length;
}

/**
 * Sample standard deviation, √(Σ(x − x̄)² / (n − 1)), in two passes. Null below two values: a single one varies by
 * nothing that is known. (Chan, Golub, LeVeque, "Algorithms for Computing the Sample Variance", 1983.)
 */
export function sampleStdev(sample: readonly number[]): number | null {
  const centre = mean(sample);
  if (centre === null || sample.length < 2) return null;
  const squares = sample.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (sample.length - 1));
}

/**
 * Quantile for a probability in [0, 1] by linear interpolation between order statistics: definition 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages" (1996); what R, NumPy and spreadsheets take by default.
 */
export function quantile(sample: readonly number[], probability: number): number | null {
  const sorted = sample.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return null;
  return low === high ? low : low + (high - low) * (position - Math.floor(position));
}

/** The middle value, or the mean of the two middle ones. */
export function median(sample: readonly number[]): number | null {
  return quantile(sample, 0.5);
}

/** Standard deviation as a share of the mean. Null where the mean is not positive: then the share says nothing. */
export function coefficientOfVariation(sample: readonly number[]): number | null {
  const centre = mean(sample);
  const spread = sampleStdev(sample);
  return centre === null || spread === null || centre <= 0 ? null : spread / centre;
}
