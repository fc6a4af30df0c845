import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", ".cache", "bench", "aside");

const counted = { last: 0 };

/**
 * Takes a file or a folder out of the way without deleting it. ext4 gives nobody the place of a file that was deleted some minutes ago, and
 * looks at each such place for each new file: whoever wrote thousands right after that was measured with a third more time.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(folder, { recursive: true });
  renameSync(path, join(folder, `${process.pid}-${++counted.last}`));
}

/** Deletes all that was taken out of the way: when nothing is measured any more. */
export function deleteAside(): void {
  rmSync(folder, { recursive: true, force: true });
}
