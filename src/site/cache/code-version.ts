import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../files.ts";
import { isPacked, packageRoot } from "../root.ts";

/** Set where the code is bundled: then the folder of this file holds all of it. */
declare const BENCHPOST_ROOT: string | undefined;

const known: { version?: string } = {};

/**
 * A hash of everything beside the author's texts that shapes what is made of them: this program's code, the packages that it
 * is made for, fonts, and the version of Node, whose tables of letters and languages it uses. Computed once, in some milliseconds.
 */
export function codeVersion(): string {
  return (known.version ??= hashFiles([
    ...codeFiles(),
    ...layoutFiles(),
    join(packageRoot, "package.json"),
    ...fontFiles(),
  ]));
}

/** A hash of the contents of files and of the version of Node. */
export function hashFiles(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function codeFiles(): string[] {
  const isBundled = isPacked || typeof BENCHPOST_ROOT === "string";
  return listFiles(isBundled ? import.meta.dirname : join(import.meta.dirname, "..", ".."), /\.m?[jt]s$/);
}

function layoutFiles(): string[] {
  return listFiles(join(packageRoot, ...(isPacked ? ["dist"] : ["src", "site"]), "layouts"), /\.html$/);
}

function fontFiles(): string[] {
  return listFiles(join(packageRoot, "assets", "fonts"), /\.ttf$/);
}

function listFiles(folder: string, names: RegExp): string[] {
  return filesIn(folder)
    .filter((path) => names.test(path))
    .map((path) => join(folder, path))
    .sort();
}
