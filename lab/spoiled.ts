import type { Limits } from "./experiment.ts";
import type { Watch } from "./watch.ts";

/** Why a point cannot be trusted, in words; empty when it can. */
export function reasonsSpoiled(watch: Watch, limits: Limits): string[] {
  return excesses(watch, limits)
    .filter(({ ratio }) => ratio > 1)
    .map(({ what, value }) => `${what} ${(value * 100).toFixed(1)} %`);
}

/** How spoiled a point is: the largest excess over its limit; at most 1 when nothing was exceeded. */
export function severity(watch: Watch, limits: Limits): number {
  return Math.max(...excesses(watch, limits).map(({ ratio }) => ratio));
}

/** Of several attempts at one point the first good one, else the least spoiled. */
export function bestAttempt<T extends { readonly watch: Watch }>(
  attempts: readonly T[],
  limits: Limits,
): T | undefined {
  const good = attempts.find(({ watch }) => reasonsSpoiled(watch, limits).length === 0);
  return good ?? attempts.toSorted((a, b) => severity(a.watch, limits) - severity(b.watch, limits))[0];
}

function excesses(watch: Watch, limits: Limits): { what: string; value: number; ratio: number }[] {
  // A generator that needs little of its core gets it when it wants, whoever uses the rest.
  const needed = watch.generatorCpu + watch.storeCpu > 0.5;
  const measures = [
    { what: "server waited for its core", value: watch.serverWait, limit: limits.wait },
    { what: "foreign load on the generator's core", value: needed ? watch.foreign.load : 0, limit: limits.foreign },
    { what: "steal on the server's core", value: watch.steal.server, limit: limits.steal },
    { what: "steal on the generator's core", value: watch.steal.load, limit: limits.steal },
  ];
  return measures.map(({ what, value, limit }) => ({ what, value, ratio: value / limit }));
}
