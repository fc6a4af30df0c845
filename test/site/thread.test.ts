import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import type * as Doubling from "./doubling.ts";

describe("work on a thread of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-thread-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let work: typeof Doubling;

  before(async () => {
    // as the program is loaded: what makes modules of TypeScript for tests does not reach threads
    const outfile = join(folder, "doubling.mjs");
    const entryPoints = [join(import.meta.dirname, "doubling.ts")];
    buildSync({ entryPoints, outfile, bundle: true, platform: "node", format: "esm" });
    work = (await import(pathToFileURL(outfile).href)) as typeof Doubling;
  });

  test("is done beside, and its answer waits for who asks", async () => {
    const answers = [1, 2, 3].map((input) => work.doubling.beside(input));
    await new Promise(setImmediate);
    const told = await Promise.all(answers.map((answer) => answer()));
    assert.deepEqual(
      told,
      [2, 4, 6].map((doubled) => ({ doubled, isMain: false })),
    );
  });

  test("a fault of it is thrown at who asks, with its words", async () => {
    await assert.rejects(work.doubling.beside(-1)(), /^RangeError: less than nothing$/);
  });

  test("it is done here where a thread cannot begin", async () => {
    assert.deepEqual(await work.failing.beside(4)(), { doubled: 8, isMain: true });
  });
});
