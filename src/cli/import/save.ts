import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Source } from "../../source/source.ts";

/** The dataset's file as it is; null where there is none. */
export function readExisting(path: string, file: string): Source | null {
  return existsSync(path) ? { file, text: readFileSync(path, "utf8") } : null;
}

/** Puts a text into a file, whole or not at all: it is written beside it and moved there. A link stays a link. */
export function save(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const target = existsSync(path) ? realpathSync(path) : path;
  const made = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(made, text);
    renameSync(made, target);
  } finally {
    rmSync(made, { force: true });
  }
}
