import { rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leavesIn } from "../files.ts";

export interface Bounds {
  /** Milliseconds after its last use at which an entry is forgotten. */
  readonly age: number;
  /** Bytes of all entries; beyond them those that were not used for longest are forgotten, but for what builds of these days need. */
  readonly bytes: number;
}

const DAY = 24 * 3600 * 1000;

/** A month of not being used, and two gigabytes: five thousand posts with four charts each take most of one and a half. */
export const BOUNDS: Bounds = { age: 30 * DAY, bytes: 2 ** 31 };

/** An entry that was used within a day may say that it was used a day before. */
const RECENT = 2 * DAY;

/** What a build that was killed left half-written is nobody's after this time, in milliseconds. */
const ABANDONED = 3600 * 1000;

/** File whose time says when the folder was last pruned. */
const MARK = "pruned";

interface Entry {
  readonly file: string;
  readonly bytes: number;
  readonly used: number;
}

/** Prunes a store's folder a day after the last time, or after it was first seen. Never throws: another build may be pruning it too. */
export function pruneDaily(folder: string, bounds: Bounds = BOUNDS, now = Date.now()): void {
  const mark = join(folder, MARK);
  if (!statSync(folder, { throwIfNoEntry: false })) return;
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs;
  if (last !== undefined && now - last < DAY) return;
  try {
    writeFileSync(mark, "");
    if (last !== undefined) prune(folder, bounds, now);
  } catch {
    // a folder that is read-only stays as it is
  }
}

/** Removes the entries of a store's folder that are beyond bounds, and what killed builds left half-written. */
export function prune(folder: string, { age, bytes }: Bounds, now = Date.now()): void {
  const entries = entriesOf(folder).sort((a, b) => b.used - a.used);
  let total = 0;
  for (const entry of entries) {
    const half = entry.file.endsWith(".tmp");
    total += entry.bytes;
    const unused = now - entry.used;
    if (unused > (half ? ABANDONED : age) || (total > bytes && unused > RECENT)) rmSync(entry.file, { force: true });
  }
}

function entriesOf(folder: string): Entry[] {
  const leaves = leavesIn(folder).filter(({ path, entry }) => path !== `/${MARK}` && entry.isFile());
  return leaves.flatMap(({ path }) => {
    const file = join(folder, path);
    // another build may have removed it meanwhile
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat ? [{ file, bytes: stat.size, used: stat.mtimeMs }] : [];
  });
}
