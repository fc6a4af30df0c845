/**
 * Why a figure is missing or must be read with care: the server had more than it could do; the tool wrote a number that
 * means "none"; the test was too short; the output breaks off; failed requests are not in it; it is finer than the clock; nobody measured it.
 */
export const flagNames = [
  "saturated",
  "sentinel",
  "too-short",
  "truncated",
  "survivors-only",
  "under-resolution",
  "not-measured",
] as const;

export type FlagName = (typeof flagNames)[number];
