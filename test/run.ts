import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Runs all tests of a kind in one process: `node --import tsx test/run.ts unit|browser [part of a path]`.
 * `browser` is everything under test/browser, on the built site; `unit` is the rest.
 */
const [kind = "unit", part = ""] = process.argv.slice(2);
const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .filter((file) => file.startsWith("browser") === (kind === "browser"))
  .filter((file) => file.includes(part))
  .sort();
if (files.length === 0) {
  console.error(`no ${kind} test matches "${part}" in ${relative(process.cwd(), here)}`);
  process.exitCode = 1;
}
for (const file of files) await import(pathToFileURL(join(here, file)).href);
