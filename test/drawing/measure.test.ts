import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shorten, textWidth, wrap } from "../../src/chart/measure.ts";
import { shapedWidths } from "./shaped-width.ts";

describe("widths of text", () => {
  const shaped = shapedWidths(400, 12);

  test("are those of the shipped font, but for kerning", () => {
    for (const text of [
      "0",
      "2\u202F000",
      "1500",
      "250k",
      "Throughput (req/s)",
      "Response time (ms, log)",
      "Node.js, 10 requests",
      "−0.5",
    ]) {
      const [table, font] = [textWidth(text, 12), shaped(text)];
      assert.ok(Math.abs(table - font) <= Math.max(1, font * 0.04), `${text}: ${table} instead of ${font}`);
    }
    for (let code = 0x20; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      assert.ok(Math.abs(textWidth(character, 12) - shaped(character)) < 0.01, character);
    }
  });

  test("are a sensible guess for what the font lacks", () => {
    for (const text of ["日本語", "שלום", "👩‍👩‍👧", "Привет"])
      assert.ok(textWidth(text, 12) > 12 && textWidth(text, 12) < 60, text);
    assert.equal(textWidth("", 12), 0);
  });
});

describe("what is too wide", () => {
  test("is cut at a grapheme and fits", () => {
    const family = "👩‍👩‍👧".repeat(20);
    const cut = shorten(family, 100, 12);
    assert.ok(textWidth(cut, 12) <= 100);
    assert.match(cut, /^(👩‍👩‍👧)+…$/u);
    assert.equal(shorten("short", 100, 12), "short");
    assert.ok(textWidth(shorten("x".repeat(100_000), 50, 12), 12) <= 50);
  });

  test("is wrapped between words, the last line cut", () => {
    assert.deepEqual(wrap("one two three four", 60, 12, 2), ["one two", "three four"]);
    assert.deepEqual(wrap("one two three four five six", 60, 12, 2), ["one two", "three fo…"]);
    assert.deepEqual(wrap("  ", 60, 12, 2), []);
  });
});
