import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
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
  const made = (): string[] => readdirSync(join(root, ".cache")).filter((name) => !name.endsWith(".json"));
  return { root, write, load, made };
}

test("code that is loaded is that of its sources, whatever was bundled before", async (t) => {
  const { root, write, load, made } = packageOf(t, {
    "main.ts": 'export { value } from "./other.ts";',
    "other.ts": "export const value: number = 1;",
  });
  const list = join(root, ".cache", "code-src-main.ts.json");
  assert.equal(await load(), 1);
  assert.equal(await load(), 1);
  assert.equal(made().length, 1);

  write("other.ts", "export const value: number = 2;");
  assert.equal(await load(), 2, "of the same length and time");
  writeFileSync(list, "half of");
  write("other.ts", "export const value: number = 3;");
  assert.equal(await load(), 3);
  const [first = ""] = made();
  writeFileSync(list, JSON.stringify({ name: first, files: ["main.mjs"], inputs: [["src/main.ts"]], digest: "" }));
  assert.equal(await load(), 3);
  const { name } = JSON.parse(readFileSync(list, "utf8")) as { name: string };
  const bundle = join(root, ".cache", name, "main.mjs");
  writeFileSync(bundle, "export const value = 4;");
  // this process has the module already
  assert.equal(await load(), 3);
  assert.match(readFileSync(bundle, "utf8"), /value = 3/, "a damaged bundle is made again");
});

test("files that nobody has touched are not read again", async (t) => {
  const { root, load } = packageOf(t, { "main.ts": "export const value: number = 5;" });
  await load();
  const list = join(root, ".cache", "code-src-main.ts.json");
  const known = JSON.parse(readFileSync(list, "utf8")) as { inputs: [string, unknown?][]; digest: string };
  assert.deepEqual(known.inputs[0], ["src/main.ts"], "what was written just now may be written again in the same tick");
  const { ino, size, mtimeMs, ctimeMs } = statSync(join(root, "src", "main.ts"));
  const stampOf = ([file]: [string, unknown?]) => {
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    return [file, stat ? [stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs] : null];
  };
  writeFileSync(list, JSON.stringify({ ...known, inputs: known.inputs.map(stampOf), digest: "not looked at" }));
  assert.equal(await load(), 5);
  assert.match(readFileSync(list, "utf8"), /not looked at/);
  writeFileSync(
    list,
    JSON.stringify({ ...known, inputs: [["src/main.ts", [ino, size, mtimeMs, ctimeMs - 1]]], digest: "" }),
  );
  assert.equal(await load(), 5);
  assert.doesNotMatch(readFileSync(list, "utf8"), /"digest":""/, "made again");
});
