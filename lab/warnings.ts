import type { Limits } from "./experiment.ts";
import { reasonsSpoiled } from "./spoiled.ts";
import { attemptedConnections, type Run } from "./runs.ts";

/** Whole sentences about runs of one series that a reader should know of. */
export function warningsOf(runs: readonly Run[], limits: Limits): string[] {
  return [...disturbed(runs, limits), ...withoutSockets(runs), ...slowGenerator(runs)];
}

function disturbed(runs: readonly Run[], limits: Limits): string[] {
  const cases = runs.flatMap(({ attempt: { rate, round, watch } }) => {
    const reasons = reasonsSpoiled(watch, limits);
    return reasons.length === 0 ? [] : [`${rate}/s in run ${round} (${reasons.join(", ")})`];
  });
  if (cases.length === 0) return [];
  return [
    `Other work disturbed ${cases.length} of ${runs.length} runs each time they were tried: ${cases.join("; ")}.`,
  ];
}

/** httperf waits with `select`, which knows 1,024 descriptors: beyond that many open connections it opens no more. */
function withoutSockets(runs: readonly Run[]): string[] {
  const short = runs.filter(({ point }) => (point.errorsBy?.["fd-unavail"] ?? 0) > 0);
  if (short.length === 0) return [];
  const rate = Math.min(...short.map((run) => run.rate));
  return [
    `In ${short.length} of ${runs.length} runs, the first at ${rate}/s, all of httperf's sockets were waiting for ` +
      "answers; the connections it could not open are counted as errors.",
  ];
}

/** The generator was the limit when it opened too few connections while the server had time to spare. */
function slowGenerator(runs: readonly Run[]): string[] {
  const late = runs.filter(({ point, attempt, rate }) => {
    const calls = (point.counts["requests"] ?? 0) / (point.counts["connections"] ?? 1);
    const asked = (attemptedConnections(point) * calls) / (point.duration ?? 1);
    return asked < 0.97 * rate && attempt.watch.serverCpu < 0.85;
  });
  if (late.length === 0) return [];
  const rates = [...new Set(late.map(({ rate }) => rate))].join(", ");
  return [`The load generator was the limit, not the server, in ${late.length} runs at ${rates}/s.`];
}
