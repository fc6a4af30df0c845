import type { Limits } from "./experiment.ts";
import type { Attempt } from "./journal.ts";
import { bestAttempt } from "./spoiled.ts";

/** The attempts that count, and those that were measured again and lost. */
export interface Kept {
  /** In the order of series, rates (1/s) and rounds. */
  readonly kept: readonly Attempt[];
  /** In the order in which they were measured. */
  readonly replaced: readonly Attempt[];
}

/** One attempt for each point: the first good one, or the least spoiled. */
export function keepBest(attempts: readonly Attempt[], limits: Limits): Kept {
  const ids = [...new Set(attempts.map(({ id }) => id))];
  const kept = ids.flatMap(
    (point) =>
      bestAttempt(
        attempts.filter(({ id }) => id === point),
        limits,
      ) ?? [],
  );
  return { kept: kept.toSorted(inOrder), replaced: attempts.filter((attempt) => !kept.includes(attempt)) };
}

function inOrder(a: Attempt, b: Attempt): number {
  return a.series.localeCompare(b.series) || (a.rate ?? 0) - (b.rate ?? 0) || a.round - b.round;
}
