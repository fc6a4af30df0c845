import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "./effects.ts";
import { benchpost } from "./program.ts";

const repository = join(import.meta.dirname, "..", "..");

function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path)]));
}

test("a site is the same with its cache, with what is left of it, and without", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(repository, "test", "site", "project"), cwd, { recursive: true });
  writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
  const config = JSON.stringify(join(repository, ".eleventy.js"));
  writeFileSync(join(cwd, ".eleventy.js"), `export { default } from ${config};\n`);
  const cache = join(cwd, ".cache", "benchpost");
  const build = async (): Promise<Map<string, Buffer>> => {
    const { code, stderr } = await benchpost(["build"], { cwd });
    assert.equal(code, 0, stderr);
    return filesOf(join(cwd, "_site"));
  };

  const entriesOf = (): string[] => [...filesOf(cache).keys()].filter((path) => !path.endsWith("pruned"));

  const cold = await build();
  const entries = entriesOf();
  assert.ok(entries.length > 10, "pictures and code are kept");
  assert.deepEqual(await build(), cold);
  for (const [index, entry] of entries.entries()) {
    if (index % 3 === 0) rmSync(join(cache, entry));
    if (index % 3 === 1) writeFileSync(join(cache, entry), "half of it");
  }
  assert.deepEqual(await build(), cold);
  assert.deepEqual(entriesOf(), entries, "what was lost is made again");
});
