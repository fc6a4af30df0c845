import { lstatSync } from "node:fs";

/** How the file system knows a file: whoever changes it changes one of these. Links have none, as what they lead to may change without them. */
export type Stamp = readonly [inode: number, bytes: number, modified: number, changed: number];

/**
 * Milliseconds after a change in which the next one may look the same: clocks of file systems tick, those of the oldest each two seconds.
 */
const TICK = 3000;

export function stampOf(file: string): Stamp | null {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? [stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs] : null;
}

/** A stamp that a file which is written again will not have any more; null for one that was written just now. */
export function settled(stamp: Stamp | null, now = Date.now()): Stamp | null {
  return stamp !== null && now - Math.max(stamp[2], stamp[3]) > TICK ? stamp : null;
}

export function isSameStamp(one: Stamp | null, other: Stamp | null): boolean {
  return one !== null && other !== null && one.every((part, index) => part === other[index]);
}
