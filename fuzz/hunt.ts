import * as fc from "fast-check";
import { attempt } from "./attempt.ts";
import type { Target } from "./target.ts";

/** No small input may keep a processor busy for longer, in milliseconds. */
const LONGEST = 2000;

/** Shrinking ends after so many milliseconds, with the smallest input so far. */
const SHRINKING = 15_000;

export interface Caught {
  readonly target: string;
  readonly input: string;
  /** The error with its stack. */
  readonly error: string;
}

export interface Hunted {
  readonly inputs: number;
  readonly rejected: number;
  readonly caught: Caught | null;
}

export interface HuntOptions {
  readonly seed: number;
  readonly inputs: number;
  /** Told of every input before a target gets it. */
  readonly watch?: (input: string) => void;
  /** Milliseconds of work so far, where an input that takes too long is a fault. */
  readonly clock?: () => number;
}

/** Gives a target inputs until one of them makes a fault, which is then made smaller. The same seed gives the same inputs. */
export async function hunt(target: Target, { seed, inputs, watch, clock = () => 0 }: HuntOptions): Promise<Hunted> {
  let [given, rejected] = [0, 0];
  const check = async (input: string): Promise<void> => {
    watch?.(input);
    const start = clock();
    const outcome = await attempt(target, input);
    given++;
    if (outcome === "rejected") rejected++;
    if (clock() - start < LONGEST) return;
    const again = clock();
    await attempt(target, input);
    const took = clock() - again;
    if (took >= LONGEST) throw new Error(`took ${Math.round(took)} ms for ${input.length} characters`);
  };
  const limits = { interruptAfterTimeLimit: SHRINKING, markInterruptAsFailure: false };
  const details = await fc.check(fc.asyncProperty(target.inputs, check), { seed, numRuns: inputs, ...limits });
  const [input] = details.counterexample ?? [];
  if (!details.failed || input === undefined) return { inputs: given, rejected, caught: null };
  const error =
    details.errorInstance instanceof Error ? details.errorInstance : new Error(String(details.errorInstance));
  const caught = { target: target.name, input, error: error.stack ?? error.message };
  return { inputs: given + 1, rejected, caught };
}
