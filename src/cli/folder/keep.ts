import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { listOf, spareOf } from "../../site/cache/cache.ts";
import { discard } from "./discard.ts";
import { besideName } from "./names.ts";
import { recover } from "./recover.ts";
import { swap } from "./replace.ts";

/** Files of an old site that are looked at. */
const SOME = 200;

/**
 * Keeps the old folder of a project's site for the next build, which begins as it: where it is known how the files of the new one were made,
 * where they share any, and where both are on one disk. Otherwise it is removed.
 */
export function keepSpare(project: string, site: string, old: string): void {
  const spare = join(project, spareOf(site));
  try {
    if (existsSync(join(project, listOf(site))) && isRelated(old, site)) {
      mkdirSync(dirname(spare), { recursive: true });
      recover(spare);
      swap(old, spare, discard);
      return;
    }
    // older still
    discard(spare);
  } catch {
    // the next build links every file, or makes it
  }
  discard(old);
}

/** Makes one where there was no old folder to keep: the next build would link each file while its author waits. */
export function makeSpare(project: string, site: string): void {
  const spare = join(project, spareOf(site));
  if (existsSync(spare) || !existsSync(join(project, listOf(site)))) return;
  const part = join(dirname(spare), besideName(spare, "tmp"));
  try {
    mkdirSync(dirname(spare), { recursive: true });
    recover(spare);
    linkAll(site, part);
    renameSync(part, spare);
  } catch {
    // no links here, a full disk, or another build that was quicker
    discard(part);
  }
}

/** Whether any of the first files of a folder is one of another folder too. A site of another version of the program has none. */
function isRelated(old: string, site: string): boolean {
  let seen = 0;
  const within = (path: string): boolean =>
    readdirSync(join(old, path), { withFileTypes: true }).some((entry) => {
      const inner = join(path, entry.name);
      if (seen >= SOME) return false;
      if (entry.isDirectory()) return within(inner);
      seen++;
      return inodeOf(join(site, inner)) === inodeOf(join(old, inner));
    });
  return within("");
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

function linkAll(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [one, other] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkAll(one, other);
    else if (entry.isFile()) linkSync(one, other);
  }
}
