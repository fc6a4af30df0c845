import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "./effects.ts";

const repository = join(import.meta.dirname, "..", "..");

interface Loader {
  load(entry: string): Promise<{ readonly value: number }>;
}

/** A package with the loader of this one, and sources of its own that were written long ago. */
function packageOf(t: TestContext, sources: Readonly<Record<string, string>>) {
  const root = temporaryFolder(t);
  for (const folder of ["bin", "src"]) mkdirSync(join(root, folder));
  copyFileSync(join(repository, "bin", "load.js"), join(root, "bin", "load.js"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const write = (name: string, text: string): void => {
    const file = join(root, "src", name);
    writeFileSync(file, text);
    utimesSync(file, 1, 1);
  };
  utimesSync(join(root, "bin", "load.js"), 1, 1);
  utimesSync(join(root, "package.json"), 1, 1);
  for (const [name, text] of Object.entries(sources)) write(name, text);
  const load = async (): Promise<number> => {
    const { load: own } = (await import(pathToFileURL(join(root, "bin", "load.js")).href)) as Loader;
    return (await own("src/main.ts")).value;
  };
  const made = (): string[] => readdirSync(join(root, ".cache", "code")).filter((name) => name.endsWith(".mjs"));
  return { root, write, load, made };
}

test("code that is loaded is that of its sources, whatever was bundled before", async (t) => {
  const { root, write, load, made } = packageOf(t, {
    "main.ts": 'export { value } from "./other.ts";',
    "other.ts": "export const value: number = 1;",
  });
  const list = join(root, ".cache", "code", "src-main.ts.json");
  assert.equal(await load(), 1);
  assert.equal(await load(), 1);
  assert.equal(made().length, 1);

  write("other.ts", "export const value: number = 2;");
  assert.equal(await load(), 2, "of the same length and time");
  writeFileSync(list, "half of");
  write("other.ts", "export const value: number = 3;");
  assert.equal(await load(), 3);
  const [first = ""] = made();
  writeFileSync(list, JSON.stringify({ name: first, inputs: ["src/main.ts"], digest: "" }));
  assert.equal(await load(), 3);
  const { name } = JSON.parse(readFileSync(list, "utf8")) as { name: string };
  const bundle = join(root, ".cache", "code", name);
  writeFileSync(bundle, "export const value = 4;");
  // this process has the module already
  assert.equal(await load(), 3);
  assert.match(readFileSync(bundle, "utf8"), /value = 3/, "a damaged bundle is made again");
});
