/** Sizes beyond which a file is a mistake, or raw samples that belong elsewhere. */
export const limits = {
  metrics: 200,
  series: 1_000,
  categories: 10_000,
  /** x values of one series. */
  points: 1_000_000,
} as const;
