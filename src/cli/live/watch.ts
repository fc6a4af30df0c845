import { Hints } from "./hints.ts";
import { differences, type Snapshot, takeSnapshot } from "./snapshot.ts";

/** How long nothing must happen before a save counts as done: editors save in steps. */
const rest = 20;

/**
 * Yields the paths that changed, each time some did, until the signal fires. What the system tells of a folder only hurries
 * it: it believes what it sees when it looks. Without a hint it looks every 300 ms, or less often where looking takes long, so
 * that it needs 2 % of a processor at most; that works on mounted and network folders too, and with editors that replace
 * what they save.
 */
export async function* watch(project: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  let seen = takeSnapshot(project);
  let pause = 300;
  const hints = new Hints(project, signal);
  hints.follow(seen);
  while (await hints.wait(pause)) {
    const began = performance.now();
    const now = hints.take() ? await looked(project, hints) : await lookedTwice(project, seen, hints);
    pause = Math.max(300, 50 * (performance.now() - began));
    const changed = differences(seen, now);
    if (changed.length === 0) continue;
    seen = now;
    hints.follow(now);
    yield changed;
  }
  hints.close();
}

/** The files when the system has told nothing for a while. */
async function looked(project: string, hints: Hints): Promise<Snapshot> {
  while ((await hints.wait(rest)) && hints.take());
  return takeSnapshot(project);
}

/** The files when two looks agree: an editor that saves in steps, or a checkout, is waited for. */
async function lookedTwice(project: string, seen: Snapshot, hints: Hints): Promise<Snapshot> {
  let now = takeSnapshot(project);
  if (differences(seen, now).length === 0) return now;
  while (await hints.wait(100)) {
    const again = takeSnapshot(project);
    if (differences(now, again).length === 0) break;
    now = again;
  }
  return now;
}
