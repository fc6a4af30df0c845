import { parentPort, workerData } from "node:worker_threads";
import { busy } from "./busy.ts";
import { hunt, type Hunted } from "./hunt.ts";
import { targets } from "./list.ts";
import { slipOn } from "./slip.ts";

/** Inputs of one target in a row: few, so that all targets get on. */
const BATCH = 50;

export interface Given {
  readonly only: readonly number[];
  readonly seed: number;
  readonly slip: SharedArrayBuffer;
}

/** What a thread tells after each batch. */
export interface Batch extends Hunted {
  readonly target: number;
  readonly seed: number;
}

const { only, seed: first, slip: buffer } = workerData as Given;
const slip = slipOn(buffer);
for (let seed = first; ; seed++) {
  for (const target of only) {
    const watch = (input: string): void => slip.write(target, input);
    const hunted = await hunt(targets[target]!, { seed, inputs: BATCH, watch, clock: busy });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort!.postMessage({ ...hunted, target, seed } satisfies Batch);
  }
}
