import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { drawPicture, pairs } from "./honesty-pictures.ts";

const docs = join(import.meta.dirname, "../../docs");
const page = readFileSync(join(docs, "honesty.md"), "utf8");

/** The pictures are what the program draws; `UPDATE_GOLDENS=1` draws them anew. */
suite("the pictures of docs/honesty.md", () => {
  for (const rule of Object.keys(pairs)) {
    for (const side of ["wrong", "right"] as const) {
      test(`${rule} ${side}`, () => {
        const file = `honesty/${rule.toLowerCase()}-${side}.svg`;
        const drawn = drawPicture(rule, side);
        if (process.env["UPDATE_GOLDENS"]) writeFileSync(join(docs, file), drawn);
        assert.equal(readFileSync(join(docs, file), "utf8"), drawn);
        assert(page.split(`### ${rule}\n`)[1]?.split("### ")[0]?.includes(`](${file})`), `${rule} does not show it`);
      });
    }
  }

  test("are all shown", () => {
    assert.equal(readdirSync(join(docs, "honesty")).length, 2 * Object.keys(pairs).length);
  });
});
