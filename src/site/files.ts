import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file of the site beside its HTML pages. */
export interface SiteFile {
  /** Path in the site, from its root. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes files under a folder. */
export function writeFiles(folder: string, files: readonly SiteFile[]): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
