import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { UsageError } from "./command.ts";

/** The folders of a project that are the author's. */
const authored = [
  "posts",
  "pages",
  "data",
  "assets",
  "src",
  "lab",
  "docs",
  "test",
  "bench",
  "bin",
  ".git",
  "node_modules",
];

/**
 * The folder that a site is written to, absolute. A build replaces it with everything in it: a folder that is not a site,
 * or in which the project itself lies, is refused with a UsageError.
 */
export function outputFolder(cwd: string, written: string | undefined): string {
  const folder = resolve(cwd, written ?? "_site");
  const way = "Give --output a folder that is new, empty, or a site.";
  if (!relative(folder, cwd).startsWith("..")) {
    throw new UsageError(`the project itself lies in ${written}, which a build replaces`, way);
  }
  const [first = ""] = relative(cwd, folder).split(sep);
  if (authored.includes(first)) throw new UsageError(`${written} belongs to the project's ${first}/`, way);
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory()) throw new UsageError(`${written} is a file`, way);
  const replaceable =
    readdirSync(folder).length === 0 || ["index.html", "404.html"].every((page) => existsSync(join(folder, page)));
  if (!replaceable) throw new UsageError(`${written ?? "_site"} holds something that is not a site`, way);
  return folder;
}
