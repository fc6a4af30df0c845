import { type Look, lookHere } from "./look.ts";
import { describeMachine, type Machine } from "./machine.ts";
import { findRuntimes, type Runtime, runtimeOf } from "./runtimes.ts";

/** What a machine says about itself, for the `bench.env` of a post. */
export interface Environment {
  readonly sut: Machine;
  readonly runtimes: readonly Runtime[];
}

/** Looks at this machine: it takes as long as the slowest of its programs takes to tell its version. */
export async function describeEnvironment(look: Look = lookHere()): Promise<Environment> {
  const [sut, runtimes] = await Promise.all([describeMachine(look), findRuntimes(look)]);
  return { sut, runtimes };
}

/** `bench.env.software`: the runtime of each series whose name says which one it is. */
export function softwareOf(
  series: readonly string[],
  runtimes: readonly Runtime[],
): Record<string, { runtime: string }> {
  return Object.fromEntries(
    series.flatMap((id) => {
      const runtime = runtimeOf(id, runtimes);
      return runtime === null ? [] : [[id, { runtime: `${runtime.name} ${runtime.version}` }]];
    }),
  );
}
