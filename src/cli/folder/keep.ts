import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { listOf, spareOf } from "../../site/cache/cache.ts";
import { discard } from "./discard.ts";
import { recover } from "./recover.ts";
import { swap } from "./replace.ts";

/**
 * Keeps the old folder of a project's site for the next build, which begins as it: where it is known how the files of the new one were made,
 * and where both are on one disk. Otherwise it is removed.
 */
export function keepSpare(project: string, site: string, old: string): void {
  const spare = join(project, spareOf(site));
  try {
    if (existsSync(join(project, listOf(site)))) {
      mkdirSync(dirname(spare), { recursive: true });
      recover(spare);
      swap(old, spare, discard);
      return;
    }
  } catch {
    // the next build links every file, or makes it
  }
  discard(old);
}
