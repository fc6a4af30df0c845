import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { Journal, parseJournal, type Opening } from "../../lab/journal.ts";
import { attemptAt } from "./tiny.ts";

const folder = mkdtempSync(join(tmpdir(), "benchpost-lab-"));
const path = join(folder, "runs", "full.jsonl");
const opening: Opening = {
  kind: "opening",
  design: "d1",
  startedAt: "2026-11-23T09:00:00.000Z",
  environment: { sut: {}, load: {}, software: {}, tools: {}, settings: {} },
};

describe("journal", () => {
  after(() => rmSync(folder, { recursive: true }));

  it("has after an interruption what was finished before it", () => {
    const first = new Journal(path);
    assert.equal(first.opening, undefined);
    first.add(opening);
    first.add(attemptAt());
    const second = new Journal(path);
    assert.deepEqual(second.opening, opening);
    assert.deepEqual(second.attempts, [attemptAt()]);
  });

  it("drops a line that was cut off, and goes on after it", () => {
    appendFileSync(path, '{"kind":"attempt","id":"one@2');
    const torn = new Journal(path);
    assert.equal(torn.attempts.length, 1);
    torn.add(attemptAt({ attempt: 2 }));
    assert.equal(new Journal(path).attempts.length, 2);
  });

  it("drops a line whose cut happens to end with a brace", () => {
    assert.deepEqual(parseJournal('{"kind":"attempt","watch":{"cpu":1}\n'), []);
  });

  it("is put aside under its date, never overwritten", () => {
    const journal = new Journal(path);
    journal.putAside();
    assert.deepEqual(journal.entries, []);
    assert.deepEqual(readdirSync(join(folder, "runs")), ["full.2026-11-23T09-00-00-000Z.jsonl"]);
  });
});
