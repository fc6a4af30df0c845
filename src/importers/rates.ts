import type { Figures } from "./reading.ts";

/**
 * Rates of a tool that counts every answer: all of them are replies, the good ones are throughput.
 * `rate` is in 1/s as the tool prints it, `answers` what it counts, `bad` those of them that are HTTP or other failures.
 */
export function answerRates(rate: number | null, answers: number | null, bad: number): Record<string, Figures> {
  if (rate === null) return {};
  const good =
    answers === null || answers <= 0 ? (bad === 0 ? rate : null) : (rate * Math.max(0, answers - bad)) / answers;
  return { reply_rate: { stats: { value: rate } }, throughput: { stats: { value: good } } };
}

/** A share as a metric; absent where the denominator is 0. */
export function share(part: number | null, whole: number | null): Figures | null {
  if (part === null || whole === null || whole <= 0) return null;
  return { stats: { value: part / whole }, n: whole, nOf: "requests" };
}
