/** 1 / (1 − share), without the dust of binary fractions: 0.999 gives 1000. */
export function inverse(share: number): number {
  return Number((1 / (1 - share)).toPrecision(9));
}

/** The percentage that a place on an axis of percentiles means: 1000 is 99.9. */
export function percentageAt(x: number): number {
  return Number((100 * (1 - 1 / x)).toPrecision(9));
}
