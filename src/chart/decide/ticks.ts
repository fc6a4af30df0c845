import { clean } from "./shown.ts";

/**
 * Round ticks on a linear axis, and a domain that ends on them.
 * The steps are 1, 2 and 5 times powers of ten, and the one is taken whose number of ticks is nearest to the wanted one on a
 * logarithmic scale: the thresholds between them are geometric means (√2, √10, √50), as in d3-array's `ticks`
 * (Bostock, https://github.com/d3/d3-array).
 */
export function tickStep(low: number, high: number, count: number): number {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return 1;
  const raw = span / Math.max(1, count);
  const power = Math.floor(Math.log10(raw));
  const error = raw / 10 ** power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.SQRT2 ? 2 : 1;
  return power < 0 ? factor / 10 ** -power : factor * 10 ** power;
}

/** The multiples of the step from low to high, each computed from its whole number, so that no error adds up. */
export function multiples(low: number, high: number, step: number): number[] {
  const slack = 1e-9;
  const first = Math.ceil(low / step - slack);
  const last = Math.floor(high / step + slack);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => clean((first + i) * step));
}

/** Ticks between two ends, about so many. */
export function linearTicks(low: number, high: number, count: number): number[] {
  return multiples(low, high, tickStep(low, high, count));
}

/** The smallest domain around two ends that begins and ends at ticks, and those ticks, about so many. */
export function niceTicks(low: number, high: number, count: number): { domain: [number, number]; ticks: number[] } {
  const step = tickStep(low, high, count);
  const from = clean(Math.floor(low / step + 1e-9) * step);
  const to = clean(Math.ceil(high / step - 1e-9) * step);
  return { domain: [from, to], ticks: multiples(from, to, step) };
}
