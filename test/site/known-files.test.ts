import assert from "node:assert/strict";
import { test } from "node:test";
import { createList, knownFiles, type Look } from "../../src/site/known-files.ts";

const look: Look = [7, 1700000000000.25, 3];

/** Two files made from the same, and one of something else. */
function written(): string {
  const list = createList();
  list.add("/a.svg", "one", look);
  list.add("/b.html", "two", [8, 0, 0]);
  list.add("/a.png", "one", [9, 1, 2]);
  return list.text("v");
}

test("a list tells of each file what it was made from, and how it was known then", () => {
  const known = knownFiles(written(), "v");
  assert.deepEqual([...known.paths()], ["/a.svg", "/b.html", "/a.png"]);
  assert.deepEqual([known.keyOf("/a.svg"), known.keyOf("/b.html"), known.keyOf("/a.png")], ["one", "two", "one"]);
  assert.deepEqual(known.lookOf("/a.svg"), look);
  assert.equal(written().split("one").length, 2, "a key stands there once");
});

test("a file is as it was made while nothing about it differs", () => {
  const known = knownFiles(written(), "v");
  assert.equal(known.isAsMade("/a.svg", look), true);
  for (const index of look.keys())
    assert.equal(known.isAsMade("/a.svg", look.with(index, 1) as unknown as Look), false);
  assert.equal(known.isAsMade("/a.svg", null), false);
  assert.equal(known.isAsMade("/c.svg", look), false);
  assert.equal(known.keyOf("/c.svg"), undefined);
});

test("of another version's list, of half of one, and of one with half a row nothing is known", () => {
  assert.equal(knownFiles(written(), "w").size, 0);
  for (const text of ["", "null", "{}", '["v"]', written().slice(0, -2), '["v",["one"],["/a.svg",0]]']) {
    const known = knownFiles(text, "v");
    assert.equal(known.size, 0, text);
    assert.equal(known.isAsMade("/a.svg", look), false, text);
  }
});
