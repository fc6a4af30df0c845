import { Worker } from "node:worker_threads";
import { busy } from "./busy.ts";
import type { Caught } from "./hunt.ts";
import { targets } from "./list.ts";
import { slipOn } from "./slip.ts";
import type { Batch, Given } from "./worker.ts";

/** An input that still keeps a processor busy after so many milliseconds will do so for good. */
const FOREVER = 10_000;

/** And so will one that waits for so long. */
const WAITING = 120_000;

/** Node 20 gives a new thread no loader of TypeScript: it has to ask for one. */
const start = `import(${JSON.stringify(import.meta.resolve("tsx/esm/api"))}).then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL("worker.ts", import.meta.url))});
});`;

export interface WatchOptions {
  /** Indexes of targets. */
  readonly only: readonly number[];
  readonly seed: number;
  readonly until: number;
  batch(batch: Batch): void;
  hung(caught: Caught): void;
}

/** Lets a thread hunt until a moment; one that hangs is ended, its input told, and another goes on with other seeds. */
export async function watch({ only, seed, until, batch, hung }: WatchOptions): Promise<void> {
  for (let first = seed; Date.now() < until;) {
    const slip = slipOn();
    const workerData: Given = { only, seed: first, slip: slip.buffer };
    const worker = new Worker(start, { eval: true, workerData });
    const failed = new Promise<Error>((resolve) => worker.once("error", resolve));
    worker.on("message", (one: Batch) => {
      first = one.seed;
      batch(one);
    });
    let [number, since, worked] = [0, Date.now(), busy()];
    while (Date.now() < until) {
      const wait = Math.max(0, Math.min(250, until - Date.now()));
      const error = await Promise.race([failed, new Promise<null>((resolve) => setTimeout(resolve, wait, null))]);
      const now = slip.read();
      if (now?.number !== number) [number, since, worked] = [now?.number ?? 0, Date.now(), busy()];
      const isStuck = now !== null && (busy() - worked > FOREVER || Date.now() - since > WAITING);
      if (error === null && !isStuck) continue;
      if (now === null) throw error ?? new Error("no input was given");
      const said = error?.stack ?? `never came back: ${Math.round((busy() - worked) / 1000)} s of work`;
      hung({ target: targets[now.target]!.name, input: now.input, error: said });
      break;
    }
    await worker.terminate();
    first++;
  }
}
