import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PNG } from "pngjs";
import { drawPicture } from "../../src/drawing/png.ts";
import type { SheetPart } from "../../src/drawing/sheet.ts";
import { composeSocial, isDrawable, type Social } from "../../src/drawing/social.ts";
import { chartOf, servers } from "../chart/sample.ts";
import { cases } from "./cases.ts";

const chart = chartOf(servers(30), { metric: "reply_rate" });
const post: Social = { title: "Four servers", sentences: ["Server 4 is ahead."], site: "Measured", chart };
const LONG = "How many requests a small server answers when nobody waits ".repeat(12);

function textsOf({ items }: SheetPart) {
  return items.flatMap((item) => (item.kind === "text" ? [item] : []));
}

function wordsOf(social: Social): string[] {
  return composeSocial(social)
    .parts.flatMap(textsOf)
    .map(({ text }) => text);
}

describe("the picture of a post", () => {
  test("is 1200 × 630, and the same bytes every time", () => {
    const bytes = drawPicture({ social: post }).png;
    assert.deepEqual(drawPicture({ social: post }).png, bytes);
    const { width, height } = PNG.sync.read(Buffer.from(bytes));
    assert.deepEqual([width, height], [1200, 630]);
  });

  test("says title, finding, site, and what the chart shows, in literal colours", () => {
    const words = wordsOf(post);
    for (const wanted of ["Four servers", "Server 4 is ahead.", "Measured", chart.y.title, chart.x.title, "Server 1"])
      assert.ok(words.includes(wanted), wanted);
    assert.doesNotMatch(JSON.stringify(composeSocial(post)), /var\(/);
  });

  test("cuts a long title in its third line and leaves a long sentence out", () => {
    const words = wordsOf({ ...post, title: LONG, sentences: [LONG] });
    assert.deepEqual(
      words.slice(0, 4).map((line) => line.endsWith("…")),
      [false, false, true, false],
    );
    assert.equal(words[3], "Measured");
    assert.ok(words.includes(chart.x.title));
  });

  test("says the next sentence where the first one is too long", () => {
    const words = wordsOf({ ...post, sentences: [LONG, "Server 4 is ahead."] });
    assert.ok(words.includes("Server 4 is ahead.") && words.includes(chart.x.title));
  });

  test("has no text of less than 15 pixels, whatever the chart, and nothing below the site's name", () => {
    for (const [name, make] of Object.entries(cases)) {
      const [, ...charted] = composeSocial({ ...post, title: LONG, chart: make() }).parts;
      for (const part of charted) {
        assert.ok(2 * 12 * part.scale > 15, name);
        for (const { origin, y, text } of textsOf(part))
          assert.ok(2 * (part.top + part.scale * (origin.y + y)) < 602 - 24, `${name}: ${text}`);
      }
    }
  });

  test("leaves a chart out that would not be legible, and counts series that have no room", () => {
    const tall = { ...chartOf(servers(30), { metric: "reply_rate" }), orientation: "lying" as const, height: 900 };
    assert.ok(!wordsOf({ ...post, chart: tall }).includes(chart.x.title));
    assert.ok(
      wordsOf({ ...post, chart: cases["line-thirty-series"]!() }).some((text) => /^and \d+ more series$/.test(text)),
    );
  });

  test("knows what its font lacks", () => {
    assert.ok(isDrawable("Größe – 3 995 req/s, “quoted”"));
    assert.ok(!isDrawable("Сервер"));
    assert.ok(!isDrawable("≤ 1"));
  });
});
