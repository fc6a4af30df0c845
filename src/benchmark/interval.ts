import { studentDistribution, studentQuantile } from "./student.ts";

/** An interval that holds the true figure with some confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is known of a sample: enough for intervals where the single values were not kept. */
export interface Summary {
  readonly mean: number;
  readonly stdev: number;
  readonly n: number;
}

/** Student's interval of a mean, x̄ ± t·s/√n with n − 1 degrees of freedom. Null below two values. */
export function meanInterval({ mean, stdev, n }: Summary, level = 0.95): Interval | null {
  if (n < 2) return null;
  const half = (studentQuantile((1 + level) / 2, n - 1) * stdev) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/**
 * Interval of the difference of two means, a − b, without assuming equal variances (Welch, "The generalization of
 * Student's problem", 1947; degrees of freedom after Satterthwaite, 1946). Null below two values a side.
 */
export function differenceInterval(a: Summary, b: Summary, level = 0.95): Interval | null {
  if (a.n < 2 || b.n < 2) return null;
  const half = halfWidth(a.stdev ** 2 / a.n, a.n, b.stdev ** 2 / b.n, b.n, level);
  return { low: a.mean - b.mean - half, high: a.mean - b.mean + half };
}

/** Welch's test of the same difference: its sign, and how probable one as large is by chance. Null below two values a side. */
export function differenceTest(a: Summary, b: Summary): { readonly sign: -1 | 0 | 1; readonly p: number } | null {
  if (a.n < 2 || b.n < 2) return null;
  const difference = a.mean - b.mean;
  if (difference === 0) return { sign: 0, p: 1 };
  const [va, vb] = [a.stdev ** 2 / a.n, b.stdev ** 2 / b.n];
  const t = Math.abs(difference) / Math.sqrt(va + vb);
  const p = va + vb === 0 ? 0 : 2 * (1 - studentDistribution(t, welchDegrees(va, a.n, vb, b.n)));
  return { sign: difference > 0 ? 1 : -1, p };
}

/**
 * Interval of the ratio of two means, a / b, on the logarithm: se² = s²/(n·x̄²) of each side by the delta method, with
 * Welch's degrees of freedom. Null below two values a side, and unless both means are above 0.
 */
export function ratioInterval(a: Summary, b: Summary, level = 0.95): Interval | null {
  if (a.n < 2 || b.n < 2 || a.mean <= 0 || b.mean <= 0) return null;
  const half = halfWidth(relativeVariance(a), a.n, relativeVariance(b), b.n, level);
  const ratio = a.mean / b.mean;
  return { low: ratio * Math.exp(-half), high: ratio * Math.exp(half) };
}

/** s²/(n·x̄²): the squared relative standard error of a mean. */
export function relativeVariance({ mean, stdev, n }: Summary): number {
  return stdev ** 2 / (n * mean ** 2);
}

/** t × √(va + vb), where va and vb are the squared standard errors of both sides. */
function halfWidth(va: number, na: number, vb: number, nb: number, level: number): number {
  if (va + vb === 0) return 0;
  return studentQuantile((1 + level) / 2, welchDegrees(va, na, vb, nb)) * Math.sqrt(va + vb);
}

/** By the shares of the sum, so that very small figures do not vanish when squared. */
function welchDegrees(va: number, na: number, vb: number, nb: number): number {
  const variance = va + vb;
  return 1 / ((va / variance) ** 2 / (na - 1) + (vb / variance) ** 2 / (nb - 1));
}
