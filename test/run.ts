import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { before } from "node:test";
import { pathToFileURL } from "node:url";

/**
 * Runs tests in one process: `node --import tsx test/run.ts [unit|browser|all] [part of a path]`. `browser` is everything
 * under test/browser, on the built site; `unit` is the rest.
 */
const [kind = "all", part = ""] = process.argv.slice(2);
const here = import.meta.dirname;
const files = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts") && !file.includes("node_modules"))
  .filter((file) => kind === "all" || file.startsWith("browser") === (kind === "browser"))
  .filter((file) => file.includes(part))
  .sort((a, b) => Number(a.startsWith("browser")) - Number(b.startsWith("browser")) || (a < b ? -1 : 1));
if (files.length === 0) {
  console.error(`no ${kind} test matches "${part}" in ${relative(process.cwd(), here)}`);
  process.exitCode = 1;
}
// Some CI services set it, and programs that the tests start would colour what the tests read.
delete process.env["FORCE_COLOR"];
// What a file waits for while a test runs already would make its own tests a part of that one.
let begin!: () => void;
const imported = new Promise<void>((resolve) => (begin = resolve));
before(() => imported);
for (const file of files) await import(pathToFileURL(join(here, file)).href);
begin();
