import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { promisify } from "node:util";
import fc from "fast-check";
import { createCache, noCache } from "../../src/site/cache/cache.ts";
import { hashFiles } from "../../src/site/cache/code-version.ts";
import { prune, pruneDaily } from "../../src/site/cache/prune.ts";
import { openStore } from "../../src/site/cache/store.ts";

const key = "0123456789abcdef";
const bytes = Uint8Array.of(1, 2, 3);
const day = 24 * 3600 * 1000;

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-cache-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

test("a store gives what was put there, to every process, and nothing for another key", (t) => {
  const folder = temporary(t);
  assert.equal(openStore(folder).get(key), null);
  openStore(folder).put(key, bytes);
  assert.deepEqual(new Uint8Array(openStore(folder).get(key)!), bytes);
  assert.equal(openStore(folder).get(key.replace("0", "1")), null);
  assert.equal(filesIn(folder).length, 1, "nothing is left beside the entry");
});

test("whatever becomes of an entry's file, it is found whole or not at all, and written anew", (t) => {
  const folder = temporary(t);
  const store = openStore(folder);
  store.put(key, bytes);
  const [file] = filesIn(folder);
  const whole = readFileSync(file!);
  const damage = fc.oneof(
    fc.nat({ max: whole.length - 1 }).map((length) => whole.subarray(0, length)),
    fc.uint8Array({ maxLength: 80 }).filter((other) => !whole.equals(other)),
    fc.tuple(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
      const copy = Uint8Array.from(whole);
      copy[at]! ^= flip;
      return copy;
    }),
  );
  fc.assert(
    fc.property(damage, (content) => {
      writeFileSync(file!, content);
      assert.equal(store.get(key), null);
      store.put(key, bytes);
      assert.deepEqual(readFileSync(file!), whole);
    }),
  );
});

test("an entry under another's name is none", (t) => {
  const folder = temporary(t);
  const store = openStore(folder);
  store.put(key, bytes);
  const [file] = filesIn(folder);
  const other = `${key.slice(0, -1)}0`;
  writeFileSync(join(folder, other.slice(0, 2), other.slice(2)), readFileSync(file!));
  assert.equal(store.get(other), null);
});

test("a store that cannot be written to keeps nothing and harms nobody", (t) => {
  const folder = join(temporary(t), "taken");
  writeFileSync(folder, "a file");
  const store = openStore(folder);
  store.put(key, bytes);
  assert.equal(store.get(key), null);
  assert.equal(readFileSync(folder, "utf8"), "a file");
});

test("what is made through a cache is what is made without one, the first time and after", async (t) => {
  const folder = temporary(t);
  const cached = createCache(openStore(folder), () => "1");
  const sources = fc.array(fc.string({ unit: "binary", maxLength: 6 }), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("fluid", "code"), sources, async (kind, texts) => {
      // a text of lone surrogates is none in UTF-8: what is drawn has none
      const text = () => JSON.stringify([kind, texts]);
      const file = async () => Buffer.from(text());
      for (let time = 0; time < 2; time++) {
        for (const cache of [cached, noCache])
          assert.equal(
            cache.text(kind, () => texts, text),
            text(),
          );
        assert.equal(Buffer.from(await cached.bytes(`${kind} file`, () => texts, file)).toString(), text());
      }
    }),
  );
});

test("a cache makes a thing once, and again for other code", (t) => {
  const folder = temporary(t);
  let made = 0;
  const ask = (version: string): string =>
    createCache(openStore(folder), () => version).text(
      "fluid",
      () => ["a", "b"],
      () => `made ${++made}`,
    );
  assert.deepEqual([ask("1"), ask("1"), ask("2"), ask("1")], ["made 1", "made 1", "made 2", "made 1"]);
});

test("the version of the code is another one when any file of it is", (t) => {
  const folder = temporary(t);
  const [a, b] = [join(folder, "a.ts"), join(folder, "b.ts")];
  writeFileSync(a, "1");
  writeFileSync(b, "2");
  const before = hashFiles([a, b]);
  assert.equal(hashFiles([a, b]), before);
  writeFileSync(b, "3");
  assert.notEqual(hashFiles([a, b]), before);
});

test("pruning forgets what was not used for long, and the oldest of too much but for what is needed now", (t) => {
  const folder = temporary(t);
  const now = Date.now();
  const put = (name: string, size: number, age: number): string => {
    const file = join(folder, "ab", name);
    mkdirSync(join(folder, "ab"), { recursive: true });
    writeFileSync(file, new Uint8Array(size));
    utimesSync(file, (now - age) / 1000, (now - age) / 1000);
    return file;
  };
  const young = put("young", 90, day);
  const older = put("older", 40, 1.9 * day);
  put("much", 40, 3 * day);
  put("old", 1, 31 * day);
  put("half.1-0.tmp", 1, day);
  const half = put("half.2-0.tmp", 1, 1000);
  prune(folder, { age: 30 * day, bytes: 100 }, now);
  assert.deepEqual(filesIn(folder).sort(), [half, older, young].sort());
});

test("a store is pruned once a day, and not when it is first seen", (t) => {
  const folder = temporary(t);
  const store = openStore(folder);
  const bounds = { age: 30 * day, bytes: 0 };
  store.put(key, bytes);
  pruneDaily(folder, bounds);
  assert.notEqual(store.get(key), null, "it was not pruned before");
  pruneDaily(folder, bounds, Date.now() + 0.9 * day);
  assert.notEqual(store.get(key), null);
  pruneDaily(folder, bounds, Date.now() + 3 * day);
  assert.equal(store.get(key), null);
  pruneDaily(join(folder, "nowhere"), bounds);
});

test("an entry that is used is not old", (t) => {
  const folder = temporary(t);
  const store = openStore(folder);
  store.put(key, bytes);
  const [file] = filesIn(folder);
  utimesSync(file!, new Date(Date.now() - 40 * day), new Date(Date.now() - 40 * day));
  store.get(key);
  prune(folder, { age: 30 * day, bytes: 1000 });
  assert.notEqual(store.get(key), null);
});

test("processes that write the same entries at once never see half of one", async (t) => {
  const folder = temporary(t);
  const writer = join(import.meta.dirname, "cache-writer.ts");
  const run = promisify(execFile);
  const runs = [1, 2, 3].map(() => run(process.execPath, ["--import", "tsx", writer, folder]));
  for (const { stdout } of await Promise.all(runs)) assert.equal(stdout.trim(), "0");
  assert.equal(filesIn(folder).length, 7, "nothing half-written is left");
});
