import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { openLog } from "../../src/site/cache/log.ts";
import { temporaryFolder } from "../cli/effects.ts";

const texts: Readonly<Record<string, string>> = { "posts/a.md": '{"a":"ä €"}', "posts/b c.md": "{}", "%": "100 %" };

/** A log's file with some texts. */
function fileWith(t: TestContext, some: Readonly<Record<string, string>> = texts): string {
  const file = join(temporaryFolder(t), "deep", "log");
  put(file, some);
  return file;
}

function put(file: string, some: Readonly<Record<string, string>>): void {
  const log = openLog(file);
  for (const [name, text] of Object.entries(some)) log.put(name, text);
  log.save();
}

test("a log gives what was put there, and of a name the last", (t) => {
  const file = fileWith(t);
  put(file, { "%": "99 %" });
  const log = openLog(file);
  for (const [name, text] of Object.entries({ ...texts, "%": "99 %" })) assert.equal(log.get(name), text);
  assert.equal(log.get("posts/c.md"), null);
  log.put("posts/c.md", "now");
  assert.equal(log.get("posts/c.md"), "now");
});

test("of a log that is cut off or changed anywhere, each text is found whole or not at all", (t) => {
  const file = fileWith(t);
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    for (const damaged of [bytes.subarray(0, at), changed]) {
      writeFileSync(file, damaged);
      const log = openLog(file);
      const lost = Object.entries(texts).filter(([name, text]) => {
        const found = log.get(name);
        assert.ok(found === text || found === null, `${at}: ${found}`);
        return found === null;
      });
      if (damaged === changed) assert.ok(lost.length <= 2, `${at}: a byte damages a line, or joins two`);
    }
  }
});

test("what was cut off takes nothing else with it", (t) => {
  const file = fileWith(t);
  appendFileSync(file, "\n0123456789abcdef half of a li");
  put(file, { after: "whole" });
  assert.equal(openLog(file).get("after"), "whole");
});

test("a log stays of the size of what it says", (t) => {
  const file = fileWith(t);
  const { size } = statSync(file);
  for (let i = 0; i < 50; i++) put(file, texts);
  assert.ok(statSync(file).size <= 4 * size);
  for (const [name, text] of Object.entries(texts)) assert.equal(openLog(file).get(name), text);
  assert.deepEqual(readdirSync(join(file, "..")), ["log"]);
});

test("a log that cannot be written harms nobody", (t) => {
  const file = join(temporaryFolder(t), "log");
  mkdirSync(file);
  put(file, texts);
  assert.equal(openLog(file).get("%"), null);
});
