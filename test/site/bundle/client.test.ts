import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { bundleClient } from "../../../src/site/bundle/client.ts";
import { bundleFused } from "../../../src/site/bundle/fuse.ts";

/** The files by their names without the hash. */
function byName(files: readonly { readonly path: string; readonly content: unknown }[]): Map<string, string> {
  return new Map(
    files.map(({ path, content }) => [
      basename(path).replace(/-[0-9A-Z]{8}\.js$/, ""),
      Buffer.from(content as Uint8Array).toString(),
    ]),
  );
}

/** Of what a file cannot run without, and of what it may ask for. */
function imports(text: string): { readonly now: string[]; readonly later: string[] } {
  const names = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);
  return {
    now: names(/(?:from|import)"\.\/([\w-]+)-[0-9A-Z]{8}\.js"/g),
    later: names(/import\("\.\/([\w-]+)-[0-9A-Z]{8}\.js"\)/g),
  };
}

describe("the code for browsers", () => {
  test("takes two journeys to the first chart: the loader, and one file with all that charts need", async () => {
    const texts = byName((await bundleClient()).files);
    assert.deepEqual(imports(texts.get("main")!).now, []);
    assert.ok(imports(texts.get("main")!).later.includes("charts"));
    assert.deepEqual(imports(texts.get("charts")!).now, []);
    assert.ok(imports(texts.get("charts")!).later.includes("levels"));
    assert.deepEqual(
      imports(texts.get("levels")!).now.filter((name) => name !== "charts"),
      [],
    );
    assert.match(texts.get("charts")!, /^\/\/# allFunctionsCalledOnLoad\n/, "only a first line is a hint to V8");
  });
});

describe("a fused bundle", () => {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-fused-"));
  after(() => rmSync(folder, { recursive: true }));
  const sources: Readonly<Record<string, string>> = {
    "first.js":
      'import { count } from "./shared.js"; export { count }; export const later = () => import("./later.js"); export const other = () => import("./other.js");',
    "shared.js": "let state = 0; export const count = () => ++state; export default 1; export const unused = 2;",
    "later.js":
      'import one, { count as more } from "./shared.js"; import { both } from "./both.js"; export const twice = () => more() + one + both;',
    "other.js":
      'import { count } from "./shared.js"; import { both } from "./both.js"; export const twice = () => count() + both;',
    "both.js": 'import { count } from "./shared.js"; export const both = count();',
  };
  let files: Awaited<ReturnType<typeof bundleFused>>;
  before(async () => {
    mkdirSync(join(folder, "assets"));
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    files = await bundleFused(join(folder, "first.js"), {});
    for (const { path, content } of files.files) writeFileSync(join(folder, path), content as Uint8Array);
    writeFileSync(join(folder, "assets", "package.json"), '{ "type": "module" }');
  });

  test("is one file, and what comes later shares its state", async () => {
    const first = (await import(pathToFileURL(join(folder, files.entry)).href)) as {
      readonly count: () => number;
      readonly later: () => Promise<{ readonly twice: () => number }>;
      readonly other: () => Promise<{ readonly twice: () => number }>;
    };
    assert.deepEqual(imports(byName(files.files).get("first")!).now, []);
    assert.equal(first.count(), 1);
    // the module of both has counted once, for both
    assert.equal((await first.later()).twice(), 3 + 1 + 2);
    assert.equal((await first.other()).twice(), 4 + 2);
    assert.equal(first.count(), 5);
  });

  test("has other names when any of its files changes, since they name each other", async () => {
    const names = (bundle: typeof files): string[] => bundle.files.map(({ path }) => path).sort();
    assert.deepEqual(names(await bundleFused(join(folder, "first.js"), {})), names(files));
    writeFileSync(join(folder, "later.js"), sources["later.js"]!.replace("more()", "more() * 10"));
    const changed = names(await bundleFused(join(folder, "first.js"), {}));
    assert.deepEqual(
      changed.filter((name) => names(files).includes(name)),
      [],
    );
  });
});
