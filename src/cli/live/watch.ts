import { setTimeout as sleep } from "node:timers/promises";
import { differences, takeSnapshot } from "./snapshot.ts";

/**
 * Yields the paths that changed, each time some did, until the signal fires. It looks at the files instead of asking the system
 * to tell: that works the same on every platform, on mounted and network folders and with editors that replace what they
 * save. It looks every 300 ms, or less often where looking takes long, so that it needs 2 % of a processor at most.
 */
export async function* watch(project: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  let seen = takeSnapshot(project);
  let pending = false;
  let settled = seen;
  let pause = 300;
  while (await pauseFor(pause, signal)) {
    const began = performance.now();
    const now = takeSnapshot(project);
    pause = Math.max(pending ? 100 : 300, 50 * (performance.now() - began));
    const still = differences(seen, now).length === 0;
    seen = now;
    // an editor that saves in steps, or a checkout, is waited for
    if (!still) pending = true;
    else if (pending) {
      pending = false;
      const changed = differences(settled, now);
      settled = now;
      if (changed.length > 0) yield changed;
    }
  }
}

async function pauseFor(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
