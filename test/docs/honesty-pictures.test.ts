import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { rules } from "../../src/benchmark/lint/rules/list.ts";
import { drawPicture } from "./honesty/draw.ts";
import { pairs } from "./honesty/pairs.ts";

const docs = join(import.meta.dirname, "../../docs");
const page = readFileSync(join(docs, "honesty.md"), "utf8");

/** In bytes: all of them are on one page. */
const most = 6000;

/** The pictures are what the program draws; `UPDATE_GOLDENS=1` draws them anew. */
suite("the pictures of docs/honesty.md", () => {
  const files = rules.flatMap(({ id }) => ["wrong", "right"].map((side) => `${id.toLowerCase()}-${side}.svg`));

  test("there is a pair for each rule, and nothing else", () => {
    assert.deepEqual(
      Object.keys(pairs).toSorted(),
      rules.map(({ id }) => id),
    );
    assert.deepEqual(readdirSync(join(docs, "honesty")).toSorted(), files.toSorted());
  });

  for (const { id } of rules) {
    const shown =
      page
        .split(`### ${id}\n`)[1]
        ?.split("### ")[0]
        ?.matchAll(/!\[(.*?)\]\(honesty\/(.*?)\)/g) ?? [];
    const [wrong, right, ...more] = [...shown];

    for (const [side, image, words] of [
      ["wrong", wrong, "Not so: "],
      ["right", right, "But so: "],
    ] as const) {
      test(`${id} ${side} is drawn as it lies there, and told`, () => {
        const name = `${id.toLowerCase()}-${side}.svg`;
        const drawn = drawPicture(id, side);
        if (process.env["UPDATE_GOLDENS"]) writeFileSync(join(docs, "honesty", name), drawn);
        assert.equal(readFileSync(join(docs, "honesty", name), "utf8"), drawn);
        assert.ok(Buffer.byteLength(drawn) <= most, `${name} has ${Buffer.byteLength(drawn)} bytes`);
        const [, told = "", file] = image ?? [];
        assert.equal(file, name);
        assert.ok(told.startsWith(words) && told.length >= 18 && told.length <= 100, told);
      });
    }

    test(`${id}: the two differ, and there is no third`, () => {
      assert.deepEqual(more, []);
      assert.notEqual(wrong?.[1]?.slice(8), right?.[1]?.slice(8));
      assert.notDeepEqual(pairs[id]!.wrong, pairs[id]!.right);
    });
  }

  test("are drawn for those who read on black, too", () => {
    for (const file of files) {
      const svg = readFileSync(join(docs, "honesty", file), "utf8");
      const [style = ""] = /<style>.*?<\/style>/.exec(svg) ?? [];
      const colours = new Set([...svg.matchAll(/ (?:fill|stroke)="(#\w+)"/g)].map(([, colour]) => colour!));
      assert.ok(colours.size >= 3, file);
      for (const colour of colours) assert.ok(style.includes(`"${colour}"`), `${file}: ${colour} has no dark one`);
    }
  });
});
